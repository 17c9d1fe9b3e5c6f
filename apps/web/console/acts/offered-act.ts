import type { ActForm } from './act-form';

/** An act that may be done now. */
export interface OfferedAct {
  readonly name: string;
  /** Its words on the button. */
  readonly label: string;
  readonly isPrimary?: boolean;
  /** Its form as what is known now makes it. */
  form(): ActForm;
  /** The same once it was read again what the act decides on; undefined until then. Where it is absent that is `form`. */
  latest?(): ActForm | undefined;
}
