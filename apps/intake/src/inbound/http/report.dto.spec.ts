import { expect, it } from '@jest/globals';
import { readerOf } from '#contracts';
import { theft } from '../../../test/intake-samples.js';
import { EnterprisePatch, EnterpriseRequest } from './enterprise.dto.js';
import { CancelRequest, RegradeRequest } from './incident.dto.js';
import { ReportRequest } from './report.dto.js';

it.each([ReportRequest, RegradeRequest, CancelRequest, EnterpriseRequest, EnterprisePatch])(
  'needs no class-validator to read a good %p',
  (type) => {
    expect(() => readerOf(type, 'request')).not.toThrow();
  },
);

it('reads a report as the class says', () => {
  const read = readerOf(ReportRequest, 'request');
  expect(read(theft())).toBeInstanceOf(ReportRequest);
  expect(read(theft({ occurredFrom: '2026-05-20T22:00:00' }))).toBeUndefined();
  expect(read({ ...theft(), place: { ...theft().place, latitude: 91 } })).toBeUndefined();
});
