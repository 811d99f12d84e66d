/** Every cell of the validation is computed: no figure that is called simulated, and no verdict, is written down in its sources. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The properties that hold a result. */
const results = ['simulated', 'isReproduced', 'isMet'];
const folder = 'scripts/validation';

/** Results in a source that depend on nothing: `line: name`. */
function literalsIn(source: string): readonly string[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && results.includes(node.name.getText()) && !isComputed(node.initializer)) {
      found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.name.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether an expression names anything but constants written on the spot. */
function isComputed(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return node.text !== 'undefined' && node.text !== 'NaN' && node.text !== 'Infinity';
  if (ts.isPropertyAccessExpression(node)) return isComputed(node.expression);
  return node.getChildren().some(isComputed);
}

test('the check finds literals of every kind, and lets computed results pass', () => {
  expect(literalsIn("const fact = { simulated: 'no difference', isReproduced: false };")).toEqual([
    '1: simulated',
    '1: isReproduced',
  ]);
  expect(literalsIn('const fact = {\n  simulated: `none`,\n  isMet: !true,\n  isReproduced: 1 < 2 };')).toHaveLength(3);
  expect(literalsIn("const fact = { simulated: ['1', '2'].join() };")).toEqual(['1: simulated']);
  expect(literalsIn('const fact = { simulated: value.toFixed(1), isReproduced: value < 3, isMet };')).toEqual([]);
});

test('no result of the validation is a literal', () => {
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const holding = sources.filter((name) =>
    results.some((one) => readFileSync(`${folder}/${name}`, 'utf8').includes(one)),
  );
  expect(holding).toEqual(expect.arrayContaining(['document.ts', 'facts.ts']));
  const literals = sources.flatMap((name) =>
    literalsIn(readFileSync(`${folder}/${name}`, 'utf8')).map((one) => `${name}:${one}`),
  );
  expect(literals).toEqual([]);
});
