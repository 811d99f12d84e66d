/**
 * Style: the look of the page. Text is 46 em wide; charts may be wider; everything prints on A4; nothing is loaded.
 */
import { INK, PAPER, RULE, SECONDARY_INK } from '../charts/theme.ts';

/** The style sheet of the report. */
export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { background: ${PAPER}; color: ${INK}; font: 100%/1.5 system-ui, "DejaVu Sans", Verdana, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 2.5rem 1rem 4rem; max-width: 60em; }
header, h2, h3, h4, p, ul, dl, pre, .text { max-width: 46em; }
h1 { font-size: 1.3rem; margin: 0; line-height: 1.25; }
h2 { font-size: 1.3rem; margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 1px solid ${RULE}; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .35rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p, ul { margin: .35rem 0 .75rem; }
.subtitle, .unit, .definition, figcaption, caption, footer { color: ${SECONDARY_INK}; font-size: .875rem; }
.lead { font-size: 1.45rem; line-height: 1.35; margin: 1.25rem 0 .75rem; }
.lead + .lead { font-size: 1.15rem; margin-top: 0; }
a { color: inherit; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27em), 1fr)); gap: 1rem; margin: 1.5rem 0; }
.card { border: 1px solid ${RULE}; padding: .75rem 1rem; min-width: 0; overflow-x: auto; }
.card h3, .card .unit { margin: 0; }
.card table { width: 100%; margin-top: .35rem; }
.card .value { font-weight: 600; }
.card thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.card .difference { white-space: nowrap; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .9rem .25rem 0; border-bottom: 1px solid ${RULE}; font-weight: normal; }
thead th { color: ${SECONDARY_INK}; vertical-align: bottom; }
td:first-child { min-width: 9em; }
.card td, .card th { min-width: 0; }
.number { text-align: right; white-space: nowrap; }
figure { margin: 1rem 0 1.5rem; }
.chart, .scroll { overflow-x: auto; }
.chart svg { display: block; width: 100%; min-width: 40em; height: auto; }
.spark { display: block; }
.track { display: block; width: 8em; height: .8em; margin-top: .35em; background: ${RULE}; }
.bar { display: block; height: 100%; background: ${SECONDARY_INK}; }
details { margin: .5rem 0; }
summary { cursor: pointer; color: ${SECONDARY_INK}; font-size: .875rem; }
summary:focus-visible, .scroll:focus-visible, .chart:focus-visible { outline: 2px solid #0072B2; outline-offset: 2px; }
pre { background: #F1F1EE; padding: .75rem 1rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .875rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; font-size: .875rem; }
dt { color: ${SECONDARY_INK}; }
dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 3rem; }
@media (max-width: 30em) {
  body { padding-top: 1.25rem; }
  .lead { font-size: 1.2rem; }
  .card { padding: .6rem .7rem; }
  .card td, .card th { padding-right: .5rem; }
  .card td:nth-child(3) { display: none; }
  .card .difference { white-space: normal; }
}
@page { size: A4; margin: 18mm 16mm; }
@media print {
  html { font-size: 10pt; background: none; }
  body { max-width: none; padding: 0; }
  h2, h3, h4, summary { break-after: avoid; }
  .cards { grid-template-columns: 1fr 1fr; }
  .card, .chart, tr, .lead { break-inside: avoid; }
  .chart, .scroll { overflow: visible; }
  .card .spark { width: 48px; }
  .chart svg { min-width: 0; max-height: 235mm; }
  pre { white-space: pre-wrap; }
}
`.trim();
