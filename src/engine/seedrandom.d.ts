/** The package ships its alea generator as a file of its own, without types: the smallest door, and no `crypto` behind it. */
declare module 'seedrandom/lib/alea.js' {
  import type seedrandom from 'seedrandom';

  const alea: typeof seedrandom.alea;
  export default alea;
}
