import { existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { copyFolder, readBytes, readText, writeAtomically, writeFolderAtomically } from '../../src/files/disk.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepdown-disk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const inside = (...names: string[]) => join(folder, ...names);
const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Failure);
  return error as Failure;
};

describe('a file', () => {
  test('is written with the folders it needs, and nothing is left beside it', async () => {
    await writeAtomically(inside('a', 'b', 'x.txt'), 'blåbær');
    expect(await readText(inside('a', 'b', 'x.txt'))).toBe('blåbær');
    expect(await readdir(inside('a', 'b'))).toEqual(['x.txt']);
  });

  test('replaces an older one, text or bytes', async () => {
    await writeAtomically(inside('x'), 'a longer text');
    await writeAtomically(inside('x'), new Uint8Array([1, 2, 255]));
    expect(await readBytes(inside('x'))).toEqual(new Uint8Array([1, 2, 255]));
  });

  test('many writers at once each write whole files', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(1000 * (i + 1)));
    await Promise.all(texts.map((text) => writeAtomically(inside('x'), text)));
    expect(texts).toContain(await readText(inside('x')));
    expect(await readdir(folder)).toEqual(['x']);
  });

  test('cannot take the place of a folder, and then leaves nothing behind', async () => {
    await mkdir(inside('results'));
    const failure = await failureOf(writeAtomically(inside('results'), 'text'));
    expect(failure.exitCode).toBe(2);
    expect(failure.message).toContain(`${inside('results')}: cannot be written: is a folder`);
    expect(await readdir(folder)).toEqual(['results']);
  });

  test('cannot lie below a file', async () => {
    await writeFile(inside('x'), '');
    const failure = await failureOf(writeAtomically(inside('x', 'y', 'z'), 'text'));
    expect(failure.exitCode).toBe(2);
    expect(failure.message).toContain('cannot be written: a file stands where a folder is needed');
  });
});

describe('reading', () => {
  test.each([
    ['missing', 'cannot be read: does not exist'],
    ['.', 'cannot be read: is a folder'],
  ])('%s fails with exit code 2', async (name, message) => {
    const failure = await failureOf(readText(inside(name)));
    expect(failure.exitCode).toBe(2);
    expect(failure.message).toContain(`${inside(name)}: ${message}`);
  });

  test('takes off a byte order mark', async () => {
    await writeFile(inside('x'), '\uFEFFname: a');
    expect(await readText(inside('x'))).toBe('name: a');
  });

  test('refuses text in another encoding', async () => {
    await writeFile(inside('x'), 'blåbær', 'latin1');
    const failure = await failureOf(readText(inside('x')));
    expect(failure.exitCode).toBe(2);
    expect(failure.message).toContain('is not UTF-8 text');
    expect(failure.message).toContain('iconv -f WINDOWS-1252 -t UTF-8');
  });

  test('calls a spreadsheet one', async () => {
    await writeFile(inside('x.xlsx'), Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe));
    const failure = await failureOf(readText(inside('x.xlsx')));
    expect(failure.message).toContain('is a spreadsheet or another packed file, and not text');
    expect(failure.message).not.toContain('iconv');
  });
});

describe('a folder', () => {
  const manifestOf = (text: string) => JSON.stringify({ by: text, files: { [`tables/${text}.csv`]: 'digest' } });
  const write = (text: string) => async (temporary: string) => {
    await writeAtomically(join(temporary, 'manifest.json'), manifestOf(text));
    await writeAtomically(join(temporary, 'tables', `${text}.csv`), text);
  };

  test('appears whole: while it is filled there is nothing in its place', async () => {
    await writeFolderAtomically(inside('output', 'study'), async (temporary) => {
      await write('new')(temporary);
      expect(existsSync(inside('output', 'study'))).toBe(false);
    });
    expect(await readdir(inside('output'))).toEqual(['study']);
    expect(await readText(inside('output', 'study', 'tables', 'new.csv'))).toBe('new');
  });

  test('replaces older results altogether', async () => {
    await writeFolderAtomically(inside('study'), write('old'));
    await writeFolderAtomically(inside('study'), async (temporary) => {
      expect(await readText(inside('study', 'manifest.json'))).toBe(manifestOf('old'));
      await write('new')(temporary);
    });
    expect(await readdir(inside('study', 'tables'))).toEqual(['new.csv']);
    expect(await readdir(folder)).toEqual(['study']);
  });

  test('an empty folder may be filled', async () => {
    await mkdir(inside('study'));
    await writeFolderAtomically(inside('study'), write('new'));
    expect(await readText(inside('study', 'manifest.json'))).toBe(manifestOf('new'));
  });

  test('whose making fails leaves the older results as they were, and the error as it was', async () => {
    await writeFolderAtomically(inside('study'), write('old'));
    const defect = new RangeError('a defect');
    const failing = writeFolderAtomically(inside('study'), async (temporary) => {
      await write('new')(temporary);
      throw defect;
    });
    await expect(failing).rejects.toBe(defect);
    expect(await readdir(inside('study', 'tables'))).toEqual(['old.csv']);
    expect(await readdir(folder)).toEqual(['study']);
  });

  test('that cannot take its place brings the older results back', async () => {
    await writeFolderAtomically(inside('study'), write('old'));
    const failing = writeFolderAtomically(inside('study'), (temporary) => rm(temporary, { recursive: true }));
    expect((await failureOf(failing)).exitCode).toBe(2);
    expect(await readText(inside('study', 'manifest.json'))).toBe(manifestOf('old'));
    expect(await readdir(folder)).toEqual(['study']);
  });

  test('with files of somebody else is refused before any work, and kept', async () => {
    await writeFile(inside('thesis.txt'), 'years of work');
    const failure = await failureOf(writeFolderAtomically(folder, () => expect.unreachable()));
    expect(failure.exitCode).toBe(2);
    expect(failure.message).toContain('holds files, but no manifest.json');
    expect(await readFile(inside('thesis.txt'), 'utf8')).toBe('years of work');
  });

  test('cannot take the place of a file', async () => {
    await writeFile(inside('study'), 'text');
    const failure = await failureOf(writeFolderAtomically(inside('study'), () => expect.unreachable()));
    expect(failure.exitCode).toBe(2);
    expect(failure.message).toContain(`${inside('study')}: cannot be written`);
    expect(await readText(inside('study'))).toBe('text');
  });

  test('keeps the files of the user that lie among the older results', async () => {
    await writeFolderAtomically(inside('study'), write('old'));
    await writeFile(inside('study', 'notes.md'), 'mine');
    await mkdir(inside('study', 'tables', 'mine', 'deep'), { recursive: true });
    await writeFile(inside('study', 'tables', 'mine', 'deep', 'own.csv'), 'mine too');
    await symlink('notes.md', inside('study', 'link'));
    await writeFile(inside('study', 'tables', 'new.csv'), 'in the way of a result');
    await writeFolderAtomically(inside('study'), write('new'));
    expect((await readdir(inside('study'))).sort()).toEqual(['link', 'manifest.json', 'notes.md', 'tables']);
    expect((await readdir(inside('study', 'tables'))).sort()).toEqual(['mine', 'new.csv']);
    expect(await readText(inside('study', 'notes.md'))).toBe('mine');
    expect(await readText(inside('study', 'tables', 'mine', 'deep', 'own.csv'))).toBe('mine too');
    expect(await readlink(inside('study', 'link'))).toBe('notes.md');
    expect(await readText(inside('study', 'tables', 'new.csv'))).toBe('new');
    expect(await readText(inside('study', 'manifest.json'))).toBe(manifestOf('new'));
  });

  test('is copied with links as they are, and the copy may be written even where the original may not', async () => {
    await mkdir(inside('study', 'tables'), { recursive: true });
    await writeFile(inside('study', 'tables', 'a.csv'), 'a');
    await symlink('nowhere', inside('study', 'link'));
    await chmod(inside('study', 'tables'), 0o555);
    await copyFolder(inside('study'), inside('copy'));
    await chmod(inside('study', 'tables'), 0o755);
    expect(await readText(inside('copy', 'tables', 'a.csv'))).toBe('a');
    expect(await readlink(inside('copy', 'link'))).toBe('nowhere');
    expect((await stat(inside('copy', 'tables'))).mode & 0o200).toBe(0o200);
  });

  test('that cannot be copied or read is a Failure, and no error of the system', async () => {
    await mkdir(inside('study'));
    await writeFile(inside('study', 'a.csv'), 'a');
    await writeFile(inside('file'), '');
    const failure = await failureOf(copyFolder(inside('study'), inside('file', 'copy'), 'output/study'));
    expect(failure.message).toContain('output/study: cannot be written: a file stands where a folder is needed');
    expect((await failureOf(copyFolder(inside('none'), inside('copy')))).message).toContain('none: cannot be read');
  });

  test('throws nothing away when the older manifest is damaged', async () => {
    await writeFolderAtomically(inside('study'), write('old'));
    await writeFile(inside('study', 'manifest.json'), '{"files": ');
    await writeFolderAtomically(inside('study'), write('new'));
    expect((await readdir(inside('study', 'tables'))).sort()).toEqual(['new.csv', 'old.csv']);
  });

  test('is rid of what killed runs into it left, and of nothing else', async () => {
    const others = ['.other.0123456789ab.partial', '.study.mine.partial', '.study.lock', 'study.0123456789ab.partial'];
    for (const name of others) await writeFile(inside(name), '');
    for (const ending of ['partial', 'replaced']) {
      await mkdir(inside(`.study.0123456789ab.${ending}`));
      await writeFile(inside(`.study.0123456789ab.${ending}`, 'manifest.json'), '{}');
    }
    await mkdir(inside('study'));
    await writeFolderAtomically(inside('study'), write('new'));
    expect((await readdir(folder)).sort()).toEqual([...others, 'study'].sort());
    expect(await readText(inside('study', 'manifest.json'))).toBe(manifestOf('new'));
  });

  test('whose change of places was killed comes back, with the files of the user', async () => {
    await writeFolderAtomically(inside('study'), write('old'));
    await writeFile(inside('study', 'notes.md'), 'mine');
    await rename(inside('study'), inside('.study.0123456789ab.replaced'));
    await writeFolderAtomically(inside('study'), write('new'));
    expect(await readdir(folder)).toEqual(['study']);
    expect(await readText(inside('study', 'notes.md'))).toBe('mine');
    expect(await readdir(inside('study', 'tables'))).toEqual(['new.csv']);
  });

  test.runIf(existsSync('/proc/self'))('where nothing can be made is refused at once, before any work', async () => {
    for (const path of ['/proc/study', '/proc/none/below/study']) {
      const failure = await failureOf(writeFolderAtomically(path, () => expect.unreachable()));
      expect(failure.exitCode).toBe(2);
      expect(failure.message).toContain(`${path}: cannot be written`);
    }
    expect((await failureOf(writeAtomically('/proc/none/below/x', ''))).exitCode).toBe(2);
  });
});
