import { Injectable } from '@nestjs/common';
import type { HoldFact } from '#contracts';
import { IntakeConfig } from '../intake.config.js';
import { Sequences } from '../outbound/database/sequences.js';
import { HELD, WAITING, type AdmittedReport, type Receipt } from './admitted-report.js';
import { HoldReport } from './hold-report.js';
import { numberOf, numberPrefix } from './numbers.js';

/** Stores a report under its numbers; answers whether something of it waits for a call taker. */
export type FileUnder = (receipt: Receipt, hold: HoldFact | undefined) => boolean | Promise<boolean>;

/** Gives a report its numbers, decides whether it is held, and has it filed by that. */
@Injectable()
export class IssueReceipt {
  constructor(
    private readonly sequences: Sequences,
    private readonly holdReport: HoldReport,
    private readonly config: IntakeConfig,
  ) {}

  /**
   * @param number of the incident that it is added to; undefined where it opens one
   * @param file called before the transaction ends
   * @returns the receipt, which stands when everything is written
   */
  run(report: AdmittedReport, number: string | undefined, file: FileUnder): () => Receipt {
    const prefix = (kind: 'JQ' | 'FW' | 'HZ') => numberPrefix(kind, this.config.district, report.receivedAt);
    const receipts = prefix('HZ');
    if (number !== undefined)
      return this.sequences.draw([receipts], ([serial]) =>
        this.issue(report, number, numberOf(receipts, serial), file),
      );
    const own = prefix(report.type.kind === 'service' ? 'FW' : 'JQ');
    return this.sequences.draw([own, receipts], ([serial, receiptSerial]) =>
      this.issue(report, numberOf(own, serial), numberOf(receipts, receiptSerial), file),
    );
  }

  private issue(report: AdmittedReport, number: string, serial: string, file: FileUnder): Receipt {
    const { reportId, incidentId, waits } = report;
    const receipt: Receipt = { reportId, incidentId, number, receipt: serial };
    this.holdReport.decide(report, async (hold) => {
      const held = await file(receipt, hold);
      if (held) receipt.waiting = HELD;
      else if (waits && report.relatesTo === undefined) receipt.waiting = WAITING;
    });
    return receipt;
  }
}
