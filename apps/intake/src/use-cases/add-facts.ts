import { Injectable } from '@nestjs/common';
import { IncidentFactsAdded, restrictsAnew, type FiredRule, type PlanFact, type Priority } from '#contracts';
import { joinFacts, type KnownFacts } from '../domain/triage/known-facts.js';
import { triageAgain } from '../domain/triage/triage.js';
import { DEFAULT_TRIAGE } from '../domain/triage/triage-settings.js';
import { planFor } from '../domain/triage/response-plan.js';
import { IntakeConfig } from '../intake.config.js';
import { Incidents } from '../outbound/database/incidents.js';
import type { GradedFacts, IncidentRow } from '../outbound/database/incident.table.js';
import { Reports } from '../outbound/database/reports.js';
import { regraded, toldBy, type Origin } from './origin.js';
import { enterpriseOf, triageFacts, typeOf } from './stored-incident.js';

/** A priority that something other than the facts asks for, with the rules that then stand. */
export interface Raise {
  readonly from: Priority;
  readonly to: Priority;
  readonly firedRules: FiredRule[];
}

/** Joins what is told later to what is known of an incident, and grades it again by everything that is known. */
@Injectable()
export class AddFacts {
  constructor(
    private readonly incidents: Incidents,
    private readonly reports: Reports,
    private readonly config: IntakeConfig,
  ) {}

  /**
   * Changes and publishes the incident as far as something is new in what was told, or it is raised; the caller saves it.
   * Answers whether anything was.
   */
  async run(incident: IncidentRow, told: Partial<KnownFacts>, origin: Origin, raise?: Raise): Promise<boolean> {
    const from = incident.priority;
    const known = await this.knownOf(incident);
    const { facts: joined, grown, newFlags } = joinFacts({ ...known, ...enterpriseOf(incident) }, told);
    const { enterprise, ...facts } = joined;
    const plan = raise && (await this.regrade(incident, raise));
    if (grown.length === 0) {
      if (plan) this.incidents.publish(incident, regraded(incident, from, plan, origin));
      return plan !== undefined;
    }
    const toldAt = grown.includes('details') ? origin.toldAt.toISOString() : known.toldAt;
    incident.facts = { ...facts, toldAt };
    const named = grown.includes('enterprise') ? enterprise : undefined;
    if (named) Object.assign(incident, { enterpriseName: named.name, enterpriseId: named.id ?? incident.enterpriseId });
    const grading = triageAgain(triageFacts(incident, incident.facts), incident, this.settings);
    incident.priority = grading.priority;
    incident.firedRules = grading.firedRules;
    // What restricted from the first report on may have been lifted: only a new suspicion restricts again, to nobody.
    if (restrictsAnew({ newFlags: [...newFlags] }))
      Object.assign(incident, { restricted: true, safeContact: undefined });
    this.incidents.publish(
      incident,
      IncidentFactsAdded.of({
        ...toldBy(incident, origin),
        grown: [...grown],
        newFlags: [...newFlags],
        ...facts,
        ...(named && { enterprise: named }),
        flags: [...facts.flags],
        from,
        priority: incident.priority,
        firedRules: incident.firedRules,
        enterpriseRelated: grading.enterpriseRelated,
        restricted: incident.restricted,
        plan: grading.plan,
      }),
    );
    return true;
  }

  /** What is known of an incident; of one that was stored before facts grew, what its reports told. */
  async knownOf(incident: IncidentRow): Promise<GradedFacts> {
    if (incident.facts) return incident.facts;
    const reports = await this.reports.ofIncident(incident.id);
    const own = reports.filter(({ typeCode }) => typeCode === incident.typeCode);
    return {
      ...reports.reduce<KnownFacts>((known, { typeCode, facts }) => {
        const { details, ...others } = facts;
        return joinFacts(known, typeCode === incident.typeCode ? { ...others, details } : others).facts;
      }, NOTHING),
      toldAt: (own[0]?.receivedAt ?? incident.receivedAt).toISOString(),
    };
  }

  /** Gives an incident another priority, with the plan that it asks for; what the plan adds stands among its rules. */
  async regrade(incident: IncidentRow, { to, firedRules }: Pick<Raise, 'to' | 'firedRules'>): Promise<PlanFact> {
    const { flags, injured, details } = await this.knownOf(incident);
    const facts = { type: typeOf(incident), flags, injured, details, ...enterpriseOf(incident) };
    const { plan, additions } = planFor(facts, to);
    const missing = additions.filter((one) => !firedRules.some(({ rule }) => rule === one.rule));
    Object.assign(incident, { priority: to, firedRules: [...firedRules, ...missing] });
    return plan;
  }

  /** The plan that everything known of an incident asks for. */
  planOf({ ...incident }: IncidentRow): Promise<PlanFact> {
    return this.regrade(incident, { to: incident.priority, firedRules: incident.firedRules });
  }

  private get settings() {
    return { ...DEFAULT_TRIAGE, largeLossFen: this.config.largeLossFen };
  }
}

const NOTHING: KnownFacts = { flags: [], crowd: 0, injured: 0, estimatedLossFen: 0, details: {} };
