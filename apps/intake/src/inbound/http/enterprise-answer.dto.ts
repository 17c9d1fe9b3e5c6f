import { PositionRequest } from './position.dto.js';

/** A contact of an enterprise, as its readers get it. */
export class ContactView {
  name!: string;
  /** Empty for readers who need no telephone numbers. */
  phone!: string;
  role?: string;
}

/** A directory entry. */
export class EnterpriseView {
  enterpriseId!: string;
  name!: string;
  uscc?: string;
  /** Reason given for a code with a wrong check digit. */
  usccOverride?: string;
  tags!: string[];
  address?: string;
  position?: PositionRequest;
  contacts!: ContactView[];
  liaison?: string;
  /** ISO 8601, UTC. */
  changedAt!: string;
  /** Also in the ETag; send it back in If-Match. */
  version!: number;
}

/** A page of the directory. */
export class EnterprisePage {
  items!: EnterpriseView[];
  /** Cursor of the next page; null on the last one. */
  next!: string | null;
}
