import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, theft } from '../intake-samples.js';
import { IntakeService } from './intake-service.js';

let service: IntakeService;
beforeAll(async () => {
  service = await IntakeService.start();
});
afterAll(() => service.stop());

const register = (body: object) => service.send('POST', '/enterprises', OPERATOR, body);

describe('a credit code', () => {
  it.each(['9144 0300 7152 6726 XG', '９１４４０３００-７１５２６７２６-ｘｇ', ' 91440300—71526726xg '])(
    'is taken as people write it: %s',
    async (uscc) => {
      const { status, body } = await register({ name: '示范码厂', uscc });
      expect([status, body['uscc'] ?? body['code']]).toEqual(
        uscc.startsWith('9144 ') ? [201, '9144030071526726XG'] : [409, 'enterprise.uscc-taken'],
      );
      const found = await service.send('GET', `/enterprises?search=${encodeURIComponent(uscc)}`, OPERATOR);
      expect(found.body['items']).toMatchObject([{ uscc: '9144030071526726XG' }]);
    },
  );

  it.each([
    '0'.repeat(18),
    '000000000000000000',
    '9144030071526726X',
    '9144030071526726XGG',
    '9144030071526726XI',
    '- -',
  ])('is refused as malformed: %s', async (uscc) => {
    expect(await register({ name: '示范码厂', uscc, usccOverride: '已核实' })).toMatchObject({
      status: 422,
      body: { code: 'enterprise.uscc-malformed' },
    });
  });
});

describe('a search of the directory', () => {
  beforeAll(async () => {
    await register({ name: '云杉示范（常州）新材料有限公司', uscc: '91320412MA000004X2' });
    await register({ name: 'ABC　Demo【Ｌｔｄ】 100%_' });
  });

  it.each([
    ['(常州)', '云杉示范（常州）新材料有限公司'],
    ['（常州）', '云杉示范（常州）新材料有限公司'],
    ['【常州】', '云杉示范（常州）新材料有限公司'],
    [' 常州 ', '云杉示范（常州）新材料有限公司'],
    ['常\u200b州', '云杉示范（常州）新材料有限公司'],
    ['91320412MA000004X2 ', '云杉示范（常州）新材料有限公司'],
    ['91320412 ma000004x2', '云杉示范（常州）新材料有限公司'],
    ['abc', 'ABC　Demo【Ｌｔｄ】 100%_'],
    ['ａｂｃ DEMO', 'ABC　Demo【Ｌｔｄ】 100%_'],
    ['demo(ltd)', 'ABC　Demo【Ｌｔｄ】 100%_'],
    ['100%_', 'ABC　Demo【Ｌｔｄ】 100%_'],
  ])('%j finds %s', async (search, name) => {
    const { body } = await service.send('GET', `/enterprises?search=${encodeURIComponent(search)}`, OPERATOR);
    expect(body['items']).toMatchObject([{ name }]);
  });

  it.each(['%', 'demo_', '湖州', "'"])('%j finds nothing that does not hold it', async (search) => {
    const { body } = await service.send('GET', `/enterprises?search=${encodeURIComponent(search)}`, OPERATOR);
    const names = (body['items'] as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(search === '%' ? ['ABC　Demo【Ｌｔｄ】 100%_'] : []);
  });

  it('goes by the new name once it changes', async () => {
    const { body } = await register({ name: '旧名示范厂' });
    const path = `/enterprises/${String(body['enterpriseId'])}`;
    await service.send('PATCH', path, OPERATOR, { name: '新名（示范）厂' }, { 'if-match': '*' });
    const found = async (search: string) =>
      (await service.send('GET', `/enterprises?search=${encodeURIComponent(search)}`, OPERATOR)).body['items'];
    expect(await found('旧名示范')).toEqual([]);
    expect(await found('新名(示范)')).toMatchObject([{ name: '新名（示范）厂' }]);
  });
});

describe('a telephone number', () => {
  it.each([
    ['0519-88012345转8012', '0519-88012345转8012'],
    ['１３８００００５１０２', '13800005102'],
    ['（0519）88012345', '0519-88012345'],
    ['+1 (212) 555-0100 ext. 7', '+12125550100转7'],
  ])('%s of a reporter and of a contact is kept as %s', async (phone, kept) => {
    const report = await service.send('POST', '/reports', OPERATOR, theft({ reporter: { name: '王敏', phone } }));
    expect(report.status).toBe(201);
    const read = await service.send('GET', `/reports/${String(report.body['reportId'])}`, OPERATOR);
    expect(read.body['reporter']).toMatchObject({ phone: kept });
    const entry = await register({ name: '示范电话厂', contacts: [{ name: '王敏', phone }] });
    expect(entry).toMatchObject({ status: 201, body: { contacts: [{ phone: kept }] } });
  });
});
