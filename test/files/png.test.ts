import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { svgToPng } from '../../src/files/png.ts';

const picture = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40"><rect width="120" height="40" fill="#FFFFFF"/>${content}</svg>`;
const word = (weight: string, family = 'DejaVu Sans, Verdana, sans-serif'): string =>
  picture(`<text x="10" y="28" font-family="${family}" font-size="20" font-weight="${weight}">places</text>`);

test('a picture has the signature of PNG and twice the size of the SVG', () => {
  const png = svgToPng(picture(''));
  expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(sizeOf(png)).toEqual([240, 80]);
  expect(sizeOf(svgToPng(picture(''), { scale: 1 }))).toEqual([120, 40]);
});

test('words are drawn with the bundled fonts, regular and bold', () => {
  const none = darkPixels(svgToPng(picture('')));
  const regular = darkPixels(svgToPng(word('normal')));
  const bold = darkPixels(svgToPng(word('bold')));
  expect(none).toBe(0);
  expect(regular).toBeGreaterThan(500);
  expect(bold).toBeGreaterThan(1.2 * regular);
});

test('a font that is not there falls back to the bundled one', () => {
  expect(svgToPng(word('normal', 'sans-serif'))).toEqual(svgToPng(word('normal', 'DejaVu Sans')));
});

test('the same SVG gives the same bytes', () => {
  expect(svgToPng(word('normal'))).toEqual(svgToPng(word('normal')));
});

function sizeOf(png: Uint8Array): [number, number] {
  const view = Buffer.from(png);
  return [view.readUInt32BE(16), view.readUInt32BE(20)];
}

/** Pixels whose red is below half, after undoing the filters of PNG (8 bits, RGBA). */
function darkPixels(png: Uint8Array): number {
  const bytes = Buffer.from(png);
  const [width, height] = sizeOf(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * 4;
  const pixels = Buffer.alloc(stride * height);
  let dark = 0;
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= 4 ? pixels[y * stride + x - 4] : 0;
      const above = y > 0 ? pixels[(y - 1) * stride + x] : 0;
      const corner = x >= 4 && y > 0 ? pixels[(y - 1) * stride + x - 4] : 0;
      const predicted = [0, left, above, Math.floor((left + above) / 2), paeth(left, above, corner)][filter];
      pixels[y * stride + x] = (raw[y * (stride + 1) + 1 + x] + predicted) & 255;
    }
  }
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at] < 128) dark++;
  return dark;
}

function paeth(a: number, b: number, c: number): number {
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (toA <= toB && toA <= toC) return a;
  return toB <= toC ? b : c;
}
