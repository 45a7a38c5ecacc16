/** How the robot fills a form: section by section, from top to bottom, with one tap for the remaining signs. */
import type { Input } from '@denba/questionnaires/answers';
import type { Robot } from './robot.ts';

export type Given = Readonly<Record<string, Input>>;

type Shown = { readonly name: string; readonly answered: boolean };

/** The questions on the screen. A question is identified by its path attribute, everything else by its words. */
const shownQuestions = (robot: Robot): Promise<readonly Shown[]> =>
  robot.page.locator('.question[data-path]').evaluateAll((elements) =>
    elements.map((element) => ({
      name: element.getAttribute('data-path') ?? '',
      answered:
        element.querySelector('input:checked') !== null ||
        [...element.querySelectorAll<HTMLInputElement>('input[type=text], input[type=tel]')].every(
          (input) => input.value !== '',
        ) ===
          (element.querySelector('input[type=text], input[type=tel]') !== null),
    })),
  );

/** `path` is for example `weight_g`, or `infants[2].sex` for the second twin. */
export const answerQuestion = async (robot: Robot, form: string, path: string, input: Input): Promise<void> => {
  const { t } = robot.words;
  const question = robot.words.question(form, nameIn(path));
  if (Array.isArray(input)) {
    for (const code of input) await robot.choose(question.label, question.option(String(code)));
  } else if (question.type === 'boolean') {
    await robot.choose(question.label, t(input === true ? 'form.yes' : 'form.no'));
  } else if (question.hasOptions) {
    await robot.choose(question.label, question.option(String(input)));
  } else if (question.type === 'date') {
    await robot.typeDate(question.label, String(input));
  } else {
    await robot.type(question.label, String(input).replace('.', robot.words.language === 'fr' ? ',' : '.'));
  }
};

/** Waits until the draft is written, a moment after the last key; the time is longer than the app needs. */
export const draftIsWritten = ({ page }: Robot): Promise<void> => page.waitForTimeout(600);

const nameIn = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Answers this section's questions that `given` contains; signs that are as they should be take one tap. */
export const fillSection = async (robot: Robot, form: string, given: Given): Promise<void> => {
  const { t } = robot.words;
  const unlike = (name: string): boolean => {
    const { well } = robot.words.question(form, nameIn(name));
    return well === null || JSON.stringify(well) !== JSON.stringify(given[name]);
  };
  const open = async (): Promise<readonly string[]> =>
    (await shownQuestions(robot)).flatMap(({ name, answered }) => (!answered && name in given ? [name] : []));
  const done = new Set<string>();
  for (;;) {
    const name = (await open()).find((one) => !done.has(one) && unlike(one));
    if (name === undefined) break;
    await answerQuestion(robot, form, name, given[name] as Input);
    done.add(name);
  }
  const sweep = robot.page.getByRole('button', { name: withAnyNumber(t('form.looked-well', { count: 77 })) });
  if ((await sweep.count()) > 0) await robot.tap(sweep);
  for (const name of await open()) {
    if (!done.has(name)) await answerQuestion(robot, form, name, given[name] as Input);
  }
};

/** Whether there is a further section; the last one has the button that saves instead. */
export const hasNext = (robot: Robot): Promise<boolean> =>
  robot.page
    .getByRole('navigation', { name: robot.words.t('visit.way'), exact: true })
    .getByRole('button', { name: robot.words.t('visit.next'), exact: true })
    .isVisible();

export const nextSection = async (robot: Robot): Promise<void> => {
  const heading = robot.page.locator('#section-title');
  const before = await heading.textContent().catch(() => null);
  await robot.press(robot.words.t('visit.next'));
  await robot.page.waitForFunction((title) => document.querySelector('#section-title')?.textContent !== title, before);
};

export type FillOptions = {
  /** Confirms doubtful values that the form questions. */
  readonly confirm?: boolean;
  /** Called with the title of each section once it is filled, before the next one. */
  readonly onSection?: (title: string) => Promise<void> | void;
};

/** Fills everything up to the last section (the plan), and stays there. */
export const fillVisit = async (
  robot: Robot,
  form: string,
  given: Given,
  { confirm = false, onSection }: FillOptions = {},
): Promise<void> => {
  const { page } = robot;
  const { t } = robot.words;
  const alone = page.getByRole('button', { name: t('visit.private-begin'), exact: true });
  await page.getByRole('navigation', { name: t('visit.way'), exact: true }).waitFor();
  for (;;) {
    if (await alone.isVisible()) await robot.tap(alone);
    await fillSection(robot, form, given);
    const right = page.getByRole('button', { name: t('form.confirm'), exact: true });
    while (confirm && (await right.count()) > 0) await robot.tap(right.first());
    await onSection?.((await page.locator('#section-title').first().textContent()) ?? '');
    if (!(await hasNext(robot))) return;
    await nextSection(robot);
  }
};

/** Matches a message, made with the number 77, with any number. Accessible names have plain spaces only. */
const withAnyNumber = (text: string): RegExp =>
  new RegExp(
    `^${text
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/\s/g, '\\s')
      .replace('77', '[\\d\\s]+')}$`,
  );
