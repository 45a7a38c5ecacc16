/** What a user at a terminal relies on, tested with real processes in an empty folder. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleProtocol, withSlip } from '@denba/protocols/example/example-protocol';
import { describe, expect, it } from 'vitest';
import { binary, runHere, runProcess, temporaryFile, temporaryFolder } from './run-denba.ts';

const measurements = 'sex,age_days,weight_kg\nF,1522,17\nM,0,3.3\n';

describe('denba', () => {
  it('runs from any folder, reads - from a pipe, and keeps notes apart from the result', async () => {
    const { code, out, err } = await runProcess(['zscore', '-'], { stdin: measurements });
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'sex,age_days,weight_kg,waz,lhaz,wlz,bmiz,hcz,muacz,tsz,ssz,flags',
      'F,1522,17,0.24,,,,,,,,',
    ]);
    expect(err).toContain('2 lignes traitées');
    expect(err).not.toContain('\r');
  });

  it('speaks English where the environment does', async () => {
    const { err } = await runProcess(['zscore', '-'], { stdin: measurements, env: { LANG: 'en_US.UTF-8' } });
    expect(err).toContain('2 rows processed');
  });

  it('tells what is wrong in two lines, without a stack', async () => {
    const { code, err, out } = await runProcess(['zscore', 'absent.csv']);
    expect([code, out]).toEqual([3, '']);
    expect(err).toBe("absent.csv : ce fichier n'existe pas.\n  → Vérifiez le nom et le dossier.\n");
  });

  it('stops in peace when the reader of its pipe goes away', async () => {
    const rows = `sex,age_days,weight_kg\n${'F,1522,17\n'.repeat(50_000)}`;
    const child = spawn(process.execPath, [binary, 'zscore', temporaryFile('many.csv', rows)]);
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});

describe('denba zscore -o', () => {
  it('writes the whole result or nothing, and leaves no half-written file behind', async () => {
    const folder = temporaryFolder();
    const result = join(folder, 'out.csv');
    const good = await runProcess(['zscore', '-', '-o', result], { stdin: measurements });
    expect([good.code, good.out]).toEqual([0, '']);
    const before = readFileSync(result, 'utf8');
    const bad = await runProcess(['zscore', '-', '-o', result], { stdin: `${measurements}"F,1,3\n` });
    expect(bad.code).toBe(3);
    expect(bad.err).toContain('stdin:4 : à partir de cette ligne, un guillemet');
    expect(readFileSync(result, 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const folder = temporaryFolder();
    const child = spawn(process.execPath, [binary, 'zscore', '-', '-o', join(folder, 'out.csv')]);
    child.stdin.on('error', () => {});
    child.stdin.write(`sex,age_days,weight_kg\n${'F,1522,17\n'.repeat(50_000)}`);
    for (let wait = 0; wait < 500 && readdirSync(folder).length === 0; wait++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, readdirSync(folder)]).toEqual([130, []]);
  });

  it('may write over the file that it reads', async () => {
    const file = temporaryFile('same.csv', measurements);
    expect((await runProcess(['zscore', file, '-o', file])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('F,1522,17,0.24,');
    expect(readdirSync(dirname(file))).toEqual(['same.csv']);
  });

  it('says when it cannot write there', async () => {
    const { code, err } = await runProcess(['zscore', '-', '-o', '/nowhere/out.csv'], { stdin: measurements });
    expect(code).toBe(3);
    expect(err).toContain('/nowhere/out.csv : ce fichier ne peut être écrit (ENOENT).');
    const folder = await runProcess(['zscore', '-', '-o', temporaryFolder()], { stdin: measurements });
    expect(folder.err).toContain("c'est un dossier");
  });

  it('says of a stream that broke off that it is only a part', async () => {
    const { code, err, out } = await runProcess(['zscore', '-'], {
      stdin: `sex,age_days,weight_kg\n${'F,1522,17\n'.repeat(10_000)}"F,1,3\n`,
    });
    expect(code).toBe(3);
    expect(out).toContain('F,1522,17,0.24');
    expect(err).toMatch(/Résultat incomplet : seules [\d\u202f]+ lignes/);
  });
});

/** Root may read every file, so a test of unreadable files would prove nothing. */
const isRoot = process.getuid?.() === 0;
if (isRoot) console.log('skipped: a file without the right to read cannot be tried as root');

it.runIf(!isRoot)('a file that may not be read is said to be so', async () => {
  const file = temporaryFile('secret.csv', measurements);
  chmodSync(file, 0o000);
  expect((await runProcess(['zscore', file])).err).toContain("vous n'avez pas le droit de lire ce fichier");
});

describe('denba assess', () => {
  const example = fileURLToPath(new URL('../examples/assessment.json', import.meta.url));

  it('explains the example: class first, then why, what is missing, what to do', async () => {
    const { code, out } = await runProcess(['assess', example]);
    expect(code).toBe(0);
    const sections = ['■ Risque modéré', 'Pourquoi', 'MAMI.DT.07.04', 'Ce qui manque', 'À faire', 'Protocole :'];
    const places = sections.map((section) => out.indexOf(section));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('gives every value and the trace as JSON', async () => {
    const { code, out } = await runProcess(['assess', example, '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ protocol: { id: 'mami' }, values: { pair_class: 'moderate' } });
  });

  it('says where JSON breaks off', async () => {
    const { code, err } = await runProcess(['assess', temporaryFile('broken.json', '{\n  "sex": "F",\n  "age"\n}')]);
    expect(code).toBe(3);
    expect(err).toMatch(/broken\.json:4 \[1\] : ce n'est pas du JSON/);
  });
});

describe('denba check and denba vignettes', () => {
  it('find mami clean, all its cases right and all its rows reached', async () => {
    const [check, cases] = await Promise.all([runProcess(['check', 'mami']), runProcess(['vignettes', 'mami'])]);
    expect([check.code, check.out.split('\n').find((line) => line.includes('défaut :'))]).toEqual([0, undefined]);
    expect(cases.code).toBe(0);
    expect(cases.out).toMatch(/^(\d+) cas réussis sur \1\.\n(\d+) lignes de décision atteintes sur \2\.\n$/);
  });

  it('say what an overlay changes before checking it', async () => {
    const { out } = await runHere(['check', folderOf(exampleProtocol()), '--overlay', 'heavy']);
    expect(out).toMatch(/^Ce que change heavy :\n {2}\S/);
  });

  it('print the page to sign', async () => {
    const { code, out } = await runHere(['check', folderOf(exampleProtocol()), '--sign-off', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toMatch(/^# For a clinician to approve/);
  });

  it('find a slip: file, line, column, what is wrong, what to do', async () => {
    const folder = folderOf(withSlip('parameters.csv', 'low_weight_g,2500', 'low_weight_g,heavy'));
    const { code, out } = await runHere(['check', folder, '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toMatch(/parameters\.csv:\d+ \[value\] error: “heavy” is not a number\.\n {2}→ Write the number alone/);
    expect(out).toMatch(/Errors: \d+/);
  });

  it('show of a case that fails what was expected and what came', async () => {
    const folder = folderOf(withSlip('parameters.csv', 'low_weight_g,2500', 'low_weight_g,1100'));
    const { code, out } = await runHere(['vignettes', folder, '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ \S+ .*\(vignettes\/.*:\d+\)\n {4}\S+: expected .*, got /m);
  });

  it('know when there is no such protocol', async () => {
    expect(await runHere(['check', 'mani'])).toMatchObject({ code: 3, out: '' });
    expect((await runHere(['vignettes', temporaryFolder()])).err).toContain("n'a pas de protocol.yaml");
  });
});

const folderOf = (files: ReadonlyMap<string, string>): string => {
  const folder = temporaryFolder();
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};
