import type { BilingualText } from '#contracts';
import {
  caseIn,
  INVESTIGATED,
  investigatedText,
  notFiled,
  solvedText,
  solvedTitle,
  stillMissing,
  UNDECIDED,
} from './case-in-steps.js';
import type { IncidentFile } from './incident-file.js';
import type { FileStepView } from './step-view.js';

interface StepRule {
  readonly step: FileStepView['step'];
  readonly title: (file: IncidentFile) => BilingualText;
  /** When the step was reached (ISO); undefined while it was not. */
  readonly at: (file: IncidentFile) => string | undefined;
  readonly done: (file: IncidentFile) => BilingualText;
  /** Whether a step that was not reached may still come. */
  readonly ahead: (file: IncidentFile) => boolean;
  readonly expected: (file: IncidentFile) => BilingualText;
  readonly skipped: (file: IncidentFile) => BilingualText;
}

const first = (times: readonly (string | undefined)[]): string | undefined =>
  times.filter((time) => time !== undefined).sort()[0];

const always = (zh: string, en: string) => (): BilingualText => ({ zh, en });
const running = ({ closed, cancelled }: IncidentFile): boolean => !closed && !cancelled;
const notNeeded = ({ cancelled }: IncidentFile): BilingualText =>
  cancelled
    ? { zh: '警情已撤销。', en: 'The incident was called off.' }
    : { zh: '本次没有这一步。', en: 'Not needed here.' };

const ARRANGED = { zh: '正在安排力量，派出后即告知。', en: 'Officers are being assigned; you will be told at once.' };
const LOOKED_AT = {
  zh: '正待接警员核对，核对后即行安排。如情况危急，请立即拨打 110。',
  en: 'A call taker looks at it before anybody is sent. If it is urgent, call 110 at once.',
};

/** The six steps: when each is reached, and the one sentence that the enterprise reads before, after and instead. */
const STEPS: readonly StepRule[] = [
  {
    step: 'received',
    title: always('已接收', 'Received'),
    at: ({ receivedAt }) => receivedAt,
    done: ({ number }) => ({ zh: `报警已接收，编号 ${number}。`, en: `Your report was received as ${number}.` }),
    ahead: () => false,
    expected: always('', ''),
    skipped: notNeeded,
  },
  {
    step: 'dispatched',
    title: always('已派警', 'Police sent'),
    at: ({ assignments }) => first(assignments.map(({ issuedAt }) => issuedAt)),
    done: always('已派警，公安机关正在处理。', 'Police have been dispatched.'),
    ahead: running,
    expected: ({ held }) => (held?.of === 'dispatch' ? LOOKED_AT : ARRANGED),
    skipped: notNeeded,
  },
  {
    step: 'on_scene',
    title: always('民警到场', 'On the scene'),
    at: ({ assignments }) => first(assignments.map(({ arrivedAt }) => arrivedAt)),
    done: always('民警已到达现场。', 'Officers are on the scene.'),
    ahead: running,
    expected: always(
      '民警到场后告知。请保护现场，保持电话畅通。',
      'You will be told when officers arrive. Leave everything as it is and keep your phone at hand.',
    ),
    skipped: notNeeded,
  },
  {
    step: 'investigating',
    title: always('调查中', 'Investigation'),
    at: ({ case: filed }) => first([filed?.acceptedAt, filed?.filedAt, filed?.investigationStartedAt]),
    done: ({ case: filed }) => investigatedText(filed),
    ahead: (file) => file.type.caseKind !== undefined && (running(file) || caseIn(file, UNDECIDED)) && !notFiled(file),
    expected: always('是否立案经审查后书面告知。', 'Whether a case is filed will be told to you in writing.'),
    skipped: (file) =>
      notFiled(file)
        ? {
            zh: '经审查决定不予立案，书面通知另行送达；不服的，可申请复议。',
            en: 'The case was not filed; a written notice follows, and you may ask for reconsideration.',
          }
        : notNeeded(file),
  },
  {
    step: 'solved',
    title: ({ case: filed, closed }) => solvedTitle(filed?.solvedAt !== undefined, closed !== undefined),
    at: ({ case: filed, closed }) => filed?.solvedAt ?? closed?.at,
    done: (file) => solvedText(file),
    ahead: running,
    expected: always('案件侦破或警情结束后告知。', 'You will be told when the matter is solved or closed.'),
    skipped: notNeeded,
  },
  {
    step: 'returned',
    title: always('财物返还', 'Property returned'),
    at: ({ case: filed }) => filed?.returnedAt,
    done: always('财物已开始返还。', 'Property is being returned to you.'),
    ahead: (file) =>
      file.type.caseKind !== undefined &&
      !notFiled(file) &&
      (running(file) || caseIn(file, UNDECIDED) || (caseIn(file, INVESTIGATED) && stillMissing(file))),
    expected: always(
      '有财物可以发还时，告知领取的时间和所需材料。',
      'When property can be returned, you will be told when to collect it and what to bring.',
    ),
    skipped: notNeeded,
  },
];

/** All six steps of a file, in order. */
export function stepsOf(file: IncidentFile): FileStepView[] {
  return STEPS.map(({ step, title, at, done, ahead, expected, skipped }) => {
    const reached = at(file);
    if (reached !== undefined) return { step, state: 'done', at: reached, title: title(file), text: done(file) };
    return ahead(file)
      ? { step, state: 'ahead', title: title(file), text: expected(file) }
      : { step, state: 'skipped', title: title(file), text: skipped(file) };
  });
}
