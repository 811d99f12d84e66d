/** `stepdown check`: is this scenario valid, and what does it contain? */

import { evidenceModes } from '../community/effects.ts';
import { coloursFor } from '../terminal/terminal.ts';
import { type Command, isGiven, positionalGiven, wordGiven } from './command.ts';
import { evidenceOption } from './study-options.ts';

export const checkCommand: Command = {
  usage: 'check <scenario>',
  summary: 'read a scenario and print what it contains, or everything that is wrong with it',
  needs: 'a scenario',
  positionals: { scenario: { type: 'string', describe: 'a file, or the name of one in scenarios/' } },
  options: {
    evidence: evidenceOption,
    prove: {
      boolean: true,
      describe: 'also simulate: a policy that changes nothing changes no life, nor do policies before they begin',
    },
  },
  examples: [
    ['stepdown check normality', 'which policies scenarios/normality.yaml has, and from when'],
    ['stepdown check normality --prove', 'the same, and the proofs, which simulate every year of the burn-in'],
  ],
  async run(given, terminal) {
    const { scenarioUnderEvidence } = await import('../studies/options/evidence-mode.ts');
    const { readScenarioFile, scenarioFiles } = await import('../files/scenario-file.ts');
    const { filesOfPolicies } = await import('../scenario/inheritance.ts');
    const { scenarioWarnings } = await import('../simulation/scenario-warnings.ts');
    const { lateReleases } = await import('../scenario/late-release.ts');
    const { counted } = await import('../studies/request.ts');
    const { farChanges } = await import('../report/content/far-changes.ts');
    const { accountOf } = await import('../report/content/scenario-account.ts');
    const colours = await coloursFor(terminal.stdout, terminal);
    const file = readScenarioFile(positionalGiven(given, 'scenario'), terminal.cwd);
    const { path, scenario } = scenarioUnderEvidence(file, wordGiven(given, 'evidence', evidenceModes));
    const files = filesOfPolicies(file.path, scenarioFiles(terminal.cwd));
    const warnings = [...scenarioWarnings(scenario), ...farChanges(scenario), ...lateReleases(scenario)].map(
      (warning) => `${colours.yellow('warning')}: ${warning}`,
    );
    const lines = [colours.bold(scenario.title), path, ...accountOf(scenario, files), ...warnings];
    terminal.stdout.write(`${lines.join('\n')}\n`);
    if (isGiven(given, 'prove')) {
      const { proveScenario } = await import('../studies/prove-scenario.ts');
      await proveScenario(scenario, terminal);
    }
    const told = warnings.length === 0 ? '' : `, ${counted(warnings.length, 'warning')}`;
    terminal.stdout.write(`${colours.green('ok')}${told}\n`);
  },
};
