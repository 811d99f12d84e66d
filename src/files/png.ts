/**
 * PNG: renders an SVG chart as a picture, with the fonts that come with the program.
 *
 * With the fonts of the machine, a machine without any would give pictures without text, and no error. The only door to resvg.
 */
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

/** The picture as the bytes of a PNG file; scale 2 gives two pixels per pixel of the SVG. Throws if the SVG is not valid. */
export function svgToPng(svg: string, { scale = 2 }: { readonly scale?: number } = {}): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: FONTS.map((name) => fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url))),
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  return new Uint8Array(drawing.render().asPng());
}
