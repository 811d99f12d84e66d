/** The same: the command that gives the same digest, the files that it needs, and the link to this state. */
import { byId, element } from './dom.ts';
import type { PolicyFiles } from './files.ts';
import type { Snapshot } from './messages.ts';

export function showSame({ own, command }: PolicyFiles, snapshot: Snapshot | undefined, link: string): void {
  byId('command').textContent = command;
  const isWhole = snapshot !== undefined && snapshot.done === snapshot.of;
  byId('digest').textContent = isWhole ? snapshot.digest : 'known when all replicates are done';
  byId('downloads').replaceChildren(
    ...Object.entries(own).map(([name, text]) => {
      const button = element('button', { type: 'button' }, `download ${name}`);
      button.addEventListener('click', () => download(name, text));
      return button;
    }),
  );
  byId('copy').onclick = () => void copy(command, 'the command is copied');
  byId('share').onclick = () => void copy(`${location.href.replace(/#.*$/, '')}#${link}`, 'the link is copied');
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    byId('copied').textContent = done;
  } catch {
    byId('copied').textContent = `this browser does not let a page copy: ${text}`;
  }
}
