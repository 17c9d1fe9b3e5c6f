/** One transfer of money as a report of fraud tells it: instants in ISO 8601, amounts in fen. */
export interface PaymentFact {
  readonly payerAccount?: string;
  readonly payerBank?: string;
  readonly payeeAccount?: string;
  readonly payeeName?: string;
  readonly payeeBank?: string;
  readonly transferredAt?: string;
  readonly amountFen?: number;
}

const TEXTS = ['payerAccount', 'payerBank', 'payeeAccount', 'payeeName', 'payeeBank', 'transferredAt'] as const;

/**
 * The transfers that the details of a report tell of, the earliest first. Reports before the list of `payments` told of one,
 * in fields beside each other: it is one of the list.
 */
export function paymentsOf(details: Readonly<Record<string, unknown>>): PaymentFact[] {
  const listed: unknown[] = Array.isArray(details['payments']) ? details['payments'] : [];
  return [details, ...listed]
    .map((told) => paymentOf(told as Readonly<Record<string, unknown>>))
    .filter((payment) => Object.keys(payment).length > 0)
    .sort((a, b) => timeOf(a) - timeOf(b));
}

const timeOf = ({ transferredAt = '' }: PaymentFact): number => Date.parse(transferredAt) || 0;

function paymentOf(told: Readonly<Record<string, unknown>>): PaymentFact {
  const { amountFen } = told;
  return {
    ...Object.fromEntries(TEXTS.flatMap((name) => (typeof told[name] === 'string' ? [[name, told[name]]] : []))),
    ...(typeof amountFen === 'number' && { amountFen }),
  };
}
