/** The units of a replay: each does with its assignment what the log says, one step after the other. */
export class Crew {
  /**
   * @param {object} options
   * @param {import('./board.mjs').Board} options.board
   * @param {import('./agenda.mjs').Agenda} options.agenda
   * @param {import('./journal.mjs').Journal} options.journal
   * @param {(account: string, path: string, body: object) => Promise<object | undefined>} options.send undefined: refused
   */
  constructor({ board, agenda, journal, send }) {
    Object.assign(this, { board, agenda, journal, send });
  }

  /** Units learn of their assignments. Those that come after the plan (`late`) count their times from now. */
  take(incident, assigned, late) {
    for (const { assignmentId, unitId, role } of assigned) {
      if (!this.journal.seen(assignmentId, unitId, incident.id, incident.ending)) continue;
      incident.assignments.push(assignmentId);
      this.board.whenReported(incident, () => {
        const { call } = incident;
        const index = role === 'lead' ? 0 : (incident.units += 1);
        const base = late ? Math.max(call.at, this.agenda.now) : call.at;
        const steps = stepsOf(call.units[index] ?? call.extra(index), role, call.outcome);
        this.#follow({ incident, assignmentId, unitId, role, base }, steps);
      });
    }
  }

  /** What is about to be sent ends every assignment of the incident, those too that the feed has not shown yet. */
  mayGo(incident) {
    incident.ending = true;
    for (const id of incident.assignments) this.journal.mayEnd(id);
  }

  /** A unit does the next thing when the last one was answered and its time has come. */
  #follow(assignment, [step, ...rest]) {
    if (!step) return;
    const { incident, base } = assignment;
    this.agenda.add(base + step.after, async () => {
      if (incident.over) return;
      if (await this.#act(assignment, step)) this.#follow(assignment, rest);
    });
  }

  async #act({ incident, assignmentId, unitId, role }, { act, body }) {
    const last = act === 'complete' && role === 'lead';
    if (last) this.mayGo(incident);
    else if (act === 'complete') this.journal.mayEnd(assignmentId);
    const answer = await this.send(unitId, `assignments/${assignmentId}/${act}`, body);
    if (answer && last) this.board.end(incident);
    return answer !== undefined;
  }
}

/** What a unit does with an assignment as far as the log says it, each step with its time after the call's receipt. */
function stepsOf({ sentAfter, departedAfter, arrivedAfter, freeAfter }, role, outcome) {
  const lead = role === 'lead';
  const step = (act, after, body = {}) => (after === undefined ? [] : [{ act, after, body }]);
  return [
    ...step('acknowledge', sentAfter),
    ...step('depart', departedAfter),
    ...step('arrive', arrivedAfter),
    ...(lead ? step('feedback', arrivedAfter ?? departedAfter ?? sentAfter, { text: '已到现场核查' }) : []),
    ...step('complete', freeAfter, { text: '处置完毕', ...(lead && { outcome, releaseAssists: true }) }),
  ];
}
