import { randomUUID } from 'node:crypto';
import { sleep } from '../../../scripts/lib/command.mjs';
import { LoggedSession } from './api.mjs';
import { openCase, workOnCase } from './case-work.mjs';

const LOOK = 250;
const UNTIL_RELEASED = 4_000;
/** Of the assignments to assist: so many act by themselves. Of completed incidents: so many get work on their case, are closed. */
const SHARE = { assists: 0.3, cases: 0.4, closed: 0.3 };
const ENTERPRISE = '01900000-0000-7000-8000-000000000001';
const KINDS = [
  { type: 'E101', outcome: 'CASE_REGISTERED', estimatedLossFen: 4_230_000 },
  { type: 'E104', outcome: 'CASE_REGISTERED', estimatedLossFen: 980_000 },
  { type: 'E201', outcome: 'MEDIATED' },
  { type: 'F01', outcome: 'SERVICE_DONE' },
];

/**
 * Reports at times that nobody's answer moves (open loop, Poisson), units that acknowledge, feed back and complete what they
 * were given, people who work on cases, a chief who closes incidents, people who sign in, and
 * an administrator who makes accounts of contacts. Every request is repeated under
 * its key until it is answered.
 */
export class Load {
  constructor(world, { random, perSecond, signInsPerSecond = 0.2, contactsPerSecond = 0 }) {
    Object.assign(this, { world, random: random.of('load'), perSecond, signInsPerSecond, contactsPerSecond });
    Object.assign(this, { running: false, open: 0 });
    this.reports = [];
    this.inHand = new Map();
    this.people = new Map();
  }

  async start() {
    this.desk = await new LoggedSession(this.world, 'operator').signIn();
    this.chief = await new LoggedSession(this.world, 'chief').signIn();
    this.running = true;
    this.acting = true;
    this.arrivals = this.#arrive();
    this.units = this.#act();
    this.signIns = this.#signIn();
    this.contacts = this.contactsPerSecond > 0 ? this.#makeContacts() : undefined;
  }

  /** No more reports; units finish what they have. */
  async stopReports() {
    this.running = false;
    await this.arrivals;
    await this.signIns;
    await this.contacts;
    while (this.open > 0) await sleep(50);
  }

  /** Units stop too; call it when nothing is left for them. */
  async stop() {
    await this.stopReports();
    this.acting = false;
    await this.units;
    await Promise.all(this.inHand.values());
  }

  /** Sends one report now; answers `{reportId, incidentId, …}`. */
  async report(changes = {}) {
    const kind = this.random.pick(KINDS);
    const place = {
      address: '示范园区',
      longitude: 119.87 + this.random.next() * 0.2,
      latitude: 31.66 + this.random.next() * 0.06,
    };
    const { outcome, ...asked } = kind;
    const body = {
      channel: 'phone',
      ...asked,
      ...(this.random.next() < 0.6 ? { enterpriseId: ENTERPRISE } : { enterpriseName: '示范厂' }),
      reporter: { name: '陈示范', phone: '13800000000' },
      place,
      narrative: `演练 ${randomUUID()}`,
      ...changes,
    };
    this.open += 1;
    try {
      const entry = await this.desk.tell('reports', body, randomUUID(), { kind: 'report' });
      if (entry.status === 201)
        this.reports.push({ ...entry.answer, sentAt: entry.firstAt, signedInAt: entry.signedInAt, outcome });
      else if (entry.status < 500 && !this.world.closed)
        throw new Error(`report refused: ${entry.status} ${JSON.stringify(entry.answer)}`);
      return entry.answer;
    } finally {
      this.open -= 1;
    }
  }

  /** Sends a report of its own now, by somebody who signed in now if need be; it may take its time. */
  probe({ signIn }) {
    const signedIn = signIn ? this.desk.signIn() : Promise.resolve();
    signedIn.then(() => this.report()).catch((error) => this.world.failed?.(error));
  }

  async #arrive() {
    for (let at = Date.now(); this.running && !this.world.closed; at += this.random.arrival(this.perSecond)) {
      await sleep(Math.max(0, at - Date.now()));
      if (this.running) this.report().catch((error) => this.world.failed?.(error));
    }
  }

  /** The desk and the chief sign in again and again; what they send next bears the new token. */
  async #signIn() {
    for (;;) {
      await sleep(this.random.arrival(this.signInsPerSecond));
      if (!this.running || this.world.closed) return;
      const who = this.random.pick([this.desk, this.chief]);
      await who.signIn().catch((error) => this.world.failed?.(error));
    }
  }

  /** One more contact of the enterprise after the other. */
  async #makeContacts() {
    const admin = await this.#person('admin');
    for (;;) {
      await sleep(this.random.arrival(this.contactsPerSecond));
      if (!this.running || this.world.closed) return;
      const account = `contact-${randomUUID().slice(0, 13)}`;
      const body = { account, name: '演练联系人', roles: ['enterprise_contact'] };
      const what = { kind: 'account', act: 'create', subject: account };
      await admin
        .tell('accounts', { ...body, enterpriseId: ENTERPRISE }, account, what)
        .catch((error) => this.world.failed?.(error));
    }
  }

  /** Looks for assignments nobody works on yet. */
  async #act() {
    for (; this.acting && !this.world.closed; await sleep(LOOK)) {
      const rows = await this.world.stores
        .all('routing', 'SELECT `id`, `incident_id`, `role`, `unit_id` FROM `@assignment` WHERE `unit_slot` > 0')
        .catch(() => []);
      for (const row of rows) {
        if (this.inHand.has(row.id)) continue;
        const work = this.#work(row).catch((error) => this.world.failed?.(error));
        this.inHand.set(row.id, work);
      }
    }
  }

  async #work({ id, incident_id: incidentId, role, unit_id: unit }) {
    const step = (act, body = {}) =>
      this.desk.tell(`assignments/${id}/${act}`, body, `${act}-${id}`, { kind: 'act', act, subject: id });
    if (role !== 'lead' && this.random.next() > SHARE.assists && !(await this.#remains(id))) return;
    await sleep(this.random.between(50, 600));
    if ((await step('acknowledge')).status !== 200) return;
    if (this.random.next() < 0.3) await step('arrive');
    await sleep(this.random.between(50, 600));
    if (role !== 'lead') return void (await step('complete', { text: '协办完毕' }));
    if ((await step('feedback', { text: '现场已控制' })).status !== 200) return;
    await sleep(this.random.between(100, 500));
    const outcome = this.reports.find((report) => report.incidentId === incidentId)?.outcome ?? 'CASE_REGISTERED';
    const caseId = outcome === 'CASE_REGISTERED' ? await this.#openCase(unit, incidentId) : undefined;
    await step('complete', { text: '处置完毕', outcome, releaseAssists: true });
    if (caseId !== undefined && this.random.next() < SHARE.cases) await this.#workOn(unit, caseId);
    if (this.random.next() < SHARE.closed) await this.#close(incidentId);
  }

  /** The demo has an account per unit, named by its code; each signs in when it is first needed. */
  async #openCase(unit, incidentId) {
    return openCase(await this.#person(unit), incidentId);
  }

  async #workOn(unit, caseId) {
    const [officer, director, custodian] = await Promise.all(
      [unit, 'director', 'custodian'].map((who) => this.#person(who)),
    );
    await workOnCase({ officer, director, custodian }, caseId, this.random);
  }

  #person(account) {
    if (!this.people.has(account)) this.people.set(account, new LoggedSession(this.world, account).signIn());
    return this.people.get(account);
  }

  /** Most that assist are released when the lead completes; whether this one is still there after that time. */
  async #remains(id) {
    await sleep(UNTIL_RELEASED);
    const active = 'SELECT `id` FROM `@assignment` WHERE `id` = ? AND `unit_slot` > 0';
    const rows = await this.world.stores.all('routing', active, [id]).catch(() => [id]);
    return rows.length > 0;
  }

  /** The file may lag behind: closing is tried until it is possible. */
  async #close(incidentId) {
    for (let turn = 0; turn < 20; turn += 1) {
      const what = { kind: 'act', act: 'close', subject: incidentId };
      const { status } = await this.chief.tell(`incidents/${incidentId}/close`, {}, undefined, what);
      if (status === 200 || status === 201 || status === 422) return;
      await sleep(500);
    }
  }
}
