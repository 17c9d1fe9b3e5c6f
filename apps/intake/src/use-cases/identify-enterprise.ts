import { Injectable } from '@nestjs/common';
import type { EnterpriseFact } from '#contracts';
import { Contacts, hasRole, type Caller } from '#platform';
import { Enterprises } from '../outbound/database/enterprises.js';
import type { AdmittedReport, ReportToFile } from './admitted-report.js';
import { OPERATORS } from './reader.js';
import { foreignEnterprise, nameNotWanted, unknownEnterprise } from './report.refusals.js';

/** Finds out which enterprise a report is about, and whom of it it names. */
@Injectable()
export class IdentifyEnterprise {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly contacts: Contacts,
  ) {}

  /**
   * The contact whom a report names: the safe contact where police name it, a proposal where a reporter does, for it may be the
   * insider himself; and nobody at all where the same report suspects somebody inside. Throws 422 unless it is an enabled
   * contact of the enterprise.
   */
  async contactOf(
    { safeContact: named, flags = [] }: ReportToFile,
    enterprise: EnterpriseFact | undefined,
    caller: Caller,
  ): Promise<Pick<AdmittedReport, 'safeContact' | 'proposedContact'>> {
    if (!named) return {};
    const contact = await this.contacts.named(named.account, enterprise?.id);
    if (hasRole(caller, ...OPERATORS)) return { safeContact: contact };
    return flags.includes('insider_suspected') ? {} : { proposedContact: contact };
  }

  /**
   * An enterprise contact reports for the own enterprise only (403 for another one). Throws 422 for an unknown id, and for
   * a free name beside an id or from somebody whose enterprise is known.
   */
  async run(report: ReportToFile, caller: Caller): Promise<EnterpriseFact | undefined> {
    const own = ownEnterprise(caller);
    const { enterpriseId: id = own, enterpriseName: name } = report;
    const free = isFree(caller);
    if (!free && id !== own) throw foreignEnterprise();
    if (name !== undefined && (id !== undefined || !free)) throw nameNotWanted();
    if (id !== undefined) return this.fromDirectory(id);
    return name === undefined ? undefined : { name };
  }

  private async fromDirectory(id: string): Promise<EnterpriseFact> {
    const found = await this.enterprises.known(id);
    if (!found) throw unknownEnterprise();
    return { id, name: found.name, ...(found.uscc !== undefined && { uscc: found.uscc }) };
  }
}

/** Operators and machines report for anybody; a machine that belongs to an enterprise for that one only. */
function isFree(caller: Caller): boolean {
  return hasRole(caller, ...OPERATORS) || (hasRole(caller, 'machine') && caller.enterpriseId === undefined);
}

/** The enterprise that reports are about unless they say otherwise. */
function ownEnterprise(caller: Caller): string | undefined {
  return hasRole(caller, ...OPERATORS) ? undefined : caller.enterpriseId;
}
