/** The documentation keeps its word: links lead somewhere, every mechanism has its page, and no number in it is out of date. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionsPage, PAGE } from '../scripts/definitions.ts';
import { baseline, nouns, pageOf, withTable } from '../scripts/mechanism-tables.ts';
import { catalogue } from '../src/simulation/parameters.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map((path) => join('docs', path))
    .filter((path) => path.endsWith('.md'))
    .sort(),
];

/** What a page links to, code left out: addresses within the repository, with the heading after # if there is one. */
function linksIn(text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]).filter((link) => !/^[a-z]+:/.test(link));
}

/** The headings of a page as addresses write them. */
function headingsIn(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  );
}

describe('every link within the repository leads somewhere', () => {
  test.each(pages)('%s', (page) => {
    const lost = linksIn(readFileSync(page, 'utf8')).filter((link) => {
      const [path, heading] = link.split('#') as [string, string?];
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(target)) return true;
      return heading !== undefined && !headingsIn(readFileSync(target, 'utf8')).includes(heading);
    });
    expect(lost).toEqual([]);
  });
});

test('every noun with parameters has its page, and every page its noun', () => {
  const declared = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => /^export const parameters = parametersOf\(/m.test(readFileSync(join('src', path), 'utf8')))
    .map((path) => path.replace(/^.*[/\\]|\.ts$/g, ''));
  const written = readdirSync('docs/mechanisms')
    .filter((name) => name !== 'README.md')
    .map((name) => name.replace(/\.md$/, ''));
  expect(written.sort()).toEqual(declared.sort());
  expect([...nouns].sort()).toEqual(declared);
});

test('the definitions are those of the code (npm run docs writes them)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(definitionsPage(baseline().dimensions['level']));
});

test('the index leads to every page, each once', () => {
  const links = linksIn(readFileSync('docs/mechanisms/README.md', 'utf8'));
  expect(links.filter((link) => /^[a-z]+\.md$/.test(link)).sort()).toEqual(nouns.map((noun) => `${noun}.md`).sort());
});

describe('every page tells the same things in the same order', () => {
  test.each(nouns)('%s', (noun) => {
    const found = [...readFileSync(pageOf(noun), 'utf8').matchAll(/^\*\*(.+?)\.\*\*/gm)].map((match) => match[1]);
    expect(found).toEqual(['What', 'Why', 'How', 'Numbers', 'Levers', 'What it does not do']);
  });
});

describe('the numbers in a page are those of the evidence (npm run docs writes them)', () => {
  const scenario = baseline();
  test.each(nouns)('%s', (noun) => {
    const page = readFileSync(pageOf(noun), 'utf8');
    expect(page).toBe(withTable(page, noun, scenario));
  });
});

test('a page without room for its numbers is refused', () => {
  expect(() => withTable('# Court\n', 'court', baseline())).toThrow(/no markers for its numbers/);
});

describe('every lever is explained below the numbers', () => {
  test.each(nouns)('%s', (noun) => {
    const explained = readFileSync(pageOf(noun), 'utf8').split('**Levers.**')[1] ?? '';
    const levers = [...catalogue.keys()].filter((path) => path.startsWith(`${noun}.`));
    expect(levers.filter((path) => !explained.includes(`\`${path}\``))).toEqual([]);
  });
});

describe('every lever that a page names is one', () => {
  const paths = new Set(catalogue.keys());
  test.each(nouns)('%s', (noun) => {
    const named = [...readFileSync(pageOf(noun), 'utf8').matchAll(/`([a-z]+\.[a-z_]+)`/g)].map((match) => match[1]);
    expect(named.filter((name) => nouns.includes(name.split('.')[0]) && !paths.has(name))).toEqual([]);
  });
});

/** Every file that a row of the glossary leads to, with the term and its synonyms. */
const links = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .flatMap((row) => {
    const [, term = '', , where = ''] = row.split(' | ').length < 3 ? [] : ['', ...row.split(' | ')];
    const names = term
      .replace(/[|*`]/g, '')
      .split(/[,()]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const files = [...where.matchAll(/\]\(([^)]+\.(?:md|ts|yaml))\)/g)].map((link) => join('docs', link[1]!));
    return files.map((file) => ({ names, file }));
  });

test('every page that the glossary leads to has the term, or a synonym that the glossary gives', () => {
  const words = (text: string) => text.toLowerCase().replace(/[\s*/-]+/g, ' ');
  const absent = links.filter(({ names, file }) => {
    const text = words(readFileSync(file, 'utf8'));
    return !names.some((name) => text.includes(words(name)));
  });
  expect(links.length).toBeGreaterThan(45);
  expect(absent).toEqual([]);
});

/** Rows of the glossary that lead to code: the field's term, and the file that must use it. */
const terms = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .flatMap((row) => {
    const [, term] = /^\| \*\*([^*,(]+)/.exec(row) ?? [];
    const [, file] = /\]\(\.\.\/(src\/[^)]+\.ts)\)/.exec(row) ?? [];
    return term === undefined || file === undefined ? [] : [{ term: term.trim(), file }];
  });

test('a term of the glossary stands in the file where the glossary says it is done', () => {
  const words = (text: string) => text.toLowerCase().replace(/[\s*/-]+/g, ' ');
  const absent = terms.filter(({ term, file }) => !words(readFileSync(file, 'utf8')).includes(words(term)));
  expect(terms.length).toBeGreaterThan(25);
  expect(absent).toEqual([]);
});
