import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Agenda, NEVER } from '../../src/engine/agenda.ts';

/** More than one word of bits has room for. */
const KINDS = 40;
/** The kinds that are set: at the beginning, where one word of bits ends and the next begins, and at the end. */
const tried = [0, 1, 28, 29, 30, 31, 39];
const LAST_DAY = 40;

/** One change to a diary: [what, row, kind, days ahead]. */
const change = fc.tuple(
  fc.constantFrom('set', 'set', 'set', 'set', 'clear', 'clearAll'),
  fc.nat(29),
  fc.constantFrom(...tried),
  fc.nat(15),
);
type Change = readonly [string, number, number, number];

/** The plainest agenda there is: every due day, looked through every day. */
class PlainAgenda {
  readonly due = new Map<string, number>();
  apply([what, row, kind, ahead]: Change, today: number) {
    if (what === 'set') this.due.set(`${row} ${kind}`, today + ahead);
    else if (what === 'clear') this.due.delete(`${row} ${kind}`);
    else for (let each = 0; each < KINDS; each++) this.due.delete(`${row} ${each}`);
  }
  exchange(a: number, b: number) {
    const entries = [...this.due].map(([entry, day]): [string, number] => {
      const [row, kind] = entry.split(' ').map(Number);
      return [`${row === a ? b : row === b ? a : row} ${kind}`, day];
    });
    this.due.clear();
    for (const [entry, day] of entries) this.due.set(entry, day);
  }
  dueOn(day: number): string[] {
    return [...this.due].filter(([, due]) => due === day).map(([entry]) => entry);
  }
}

function apply(agenda: Agenda, [what, row, kind, ahead]: Change, today: number) {
  if (what === 'set') agenda.set(row, kind, today + ahead);
  else if (what === 'clear') agenda.clear(row, kind);
  else agenda.clearAll(row);
}

test('every event happens on its day exactly once, as in a list that is searched through every day', () => {
  const morning = fc.array(fc.array(change, { maxLength: 12 }), { minLength: LAST_DAY, maxLength: LAST_DAY });
  /** What a handler does, chosen by when it is called: nothing, or a change to its own row or another, the same day included. */
  const handled = fc.array(fc.option(change, { freq: 2 }), { minLength: 1, maxLength: 50 });
  /** Rows that are exchanged in a morning. */
  const exchanges = fc.array(fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 8 }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(morning, handled, exchanges, fc.nat(LAST_DAY - 1), (mornings, answers, pairs, branchDay) => {
      let agenda = new Agenda(KINDS, 30, 0, LAST_DAY);
      const plain = new PlainAgenda();
      let calls = 0;
      for (let day = 0; day < LAST_DAY; day++) {
        if (day === branchDay) {
          const branch = new Agenda(KINDS, 3, 0, LAST_DAY);
          branch.restore(agenda.snapshot());
          agenda = branch;
        }
        let callsToday = 0;
        for (const [a, b] of pairs[day % pairs.length]) {
          agenda.exchange(a, b);
          plain.exchange(a, b);
        }
        agenda.open(day);
        for (const each of mornings[day]) {
          apply(agenda, each, day);
          plain.apply(each, day);
        }
        for (let row = agenda.next(); row >= 0; row = agenda.next()) {
          for (let kind = agenda.takeDue(row); kind >= 0; kind = agenda.takeDue(row)) {
            const expected = plain.dueOn(day);
            const lowest = Math.min(
              ...expected.filter((entry) => entry.startsWith(`${row} `)).map((entry) => Number(entry.split(' ')[1])),
            );
            expect(kind).toBe(lowest);
            plain.due.delete(`${row} ${kind}`);
            const answer = answers[calls++ % answers.length];
            if (answer) {
              const [what, other, ownKind, ahead] = answer;
              const change: Change = [
                what,
                ownKind % 2 ? row : other,
                ownKind,
                callsToday++ < 20 ? ahead % 4 : ahead + 1,
              ];
              apply(agenda, change, day);
              plain.apply(change, day);
            }
          }
          agenda.settle(row);
        }
        expect(plain.dueOn(day)).toEqual([]);
        expect(diary(agenda)).toEqual(new Map([...plain.due].sort()));
      }
    }),
    { seed: 1, numRuns: 60 },
  );
});

/** Every date in the agenda, sorted by row and kind. */
function diary(agenda: Agenda): Map<string, number> {
  const found: [string, number][] = [];
  for (let row = 0; row < 30; row++) {
    for (let kind = 0; kind < KINDS; kind++) {
      const due = agenda.due(row, kind);
      if (due !== NEVER) found.push([`${row} ${kind}`, due]);
    }
  }
  return new Map(found.sort());
}
