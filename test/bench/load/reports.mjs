/** The ground on which everything happens: as wide as the bench town. */
export const TOWN = { west: 119.4, south: 31.2, side: 1 };

/** The enterprise that everything happens to. */
export const ENTERPRISE = '01900000-0000-7000-8000-00000000be0c';

/**
 * The report of the bench: a theft from an enterprise in the directory, somewhere in town, the loss not counted yet. Its
 * plan sends three units. `urgent` makes it life-threatening (P1: a fourth unit comes).
 */
export function reportBody(random, urgent = false) {
  const longitude = (TOWN.west + random() * TOWN.side).toFixed(5);
  const latitude = (TOWN.south + random() * TOWN.side).toFixed(5);
  const flags = urgent ? '"flags":["life_threat"],' : '';
  return (
    `{"channel":"phone","type":"E101","enterpriseId":"${ENTERPRISE}",${flags}` +
    `"reporter":{"name":"陈示范","phone":"13800000000","role":"仓库主管"},` +
    `"place":{"address":"示范园区三号路 18 号原料仓库","longitude":${longitude},"latitude":${latitude}},` +
    `"narrative":"早班发现原料仓库门锁被撬，货架上的原料少了一批，数量正在清点。"}`
  );
}
