/** Small call logs made by rule: the shape of each format, none of its content. */

const HEADS = {
  slopd:
    'case_number,date,received,dispatched,arrived,type,grid_location,address,observed_crime,units,unit_count,clearance_code',
  sapd: 'IncidentNumber,received_utc,Date,Time,Category,ProblemType,PatrolDistrict,Substation,Address,Zipcode,LAT,LON',
  sffd: 'Call Number,Unit ID,Call Type,Received DtTm,Dispatch DtTm,Response DtTm,On Scene DtTm,Call Final Disposition,Available DtTm,Battalion,Original Priority,Final Priority,Location',
  houston:
    'snapshot_utc,uid,agency,call_time_utc,incident_type,alarm_level,no_units,units,longitude,latitude,keymap,combined_response,address,cross_street',
};

/** A whole file: the head of the format, and rows of values by column; other columns stay empty. */
export function logOf(format: keyof typeof HEADS, ...rows: readonly (Record<string, string> | string)[]): string {
  const columns = HEADS[format].split(',');
  const lines = rows.map((row) =>
    typeof row === 'string' ? row : columns.map((column) => quoted(row[column] ?? '')).join(','),
  );
  return [HEADS[format], ...lines, ''].join('\n');
}

const quoted = (value: string): string => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A sound row of each format; give it what should differ. */
export const soundRow = {
  slopd: (over: Record<string, string> = {}) => ({
    case_number: 'A1',
    date: '01/02/21',
    received: '10:00',
    dispatched: '10:02',
    arrived: '10:09',
    type: 'Theft',
    grid_location: 'G1',
    units: 'U1,U2',
    clearance_code: 'No Report',
    ...over,
  }),
  sapd: (over: Record<string, string> = {}) => ({
    IncidentNumber: 'B1',
    received_utc: '2021-01-02T10:00:00Z',
    ProblemType: 'Theft',
    PatrolDistrict: 'D1',
    LAT: '10.5',
    LON: '-20.5',
    ...over,
  }),
  sffd: (over: Record<string, string> = {}) => ({
    'Call Number': 'C1',
    'Unit ID': 'E1',
    'Call Type': 'Alarms',
    'Received DtTm': '01/02/2021 11:58:00 PM',
    'Dispatch DtTm': '01/02/2021 11:59:00 PM',
    'Response DtTm': '01/03/2021 12:00:00 AM',
    'On Scene DtTm': '01/03/2021 12:03:00 AM',
    'Available DtTm': '01/03/2021 12:28:00 AM',
    'Original Priority': '3',
    'Final Priority': '3',
    Battalion: 'X1',
    Location: '(10.5, -20.5)',
    ...over,
  }),
  houston: (over: Record<string, string> = {}) => ({
    snapshot_utc: '2021-01-02T10:15:00Z',
    uid: '10500000',
    agency: 'F',
    call_time_utc: '2021-01-02T10:05:00Z',
    incident_type: 'ALARM',
    units: 'E1',
    longitude: '-20.5',
    latitude: '10.5',
    keymap: 'K1',
    address: 'FIRST ST',
    ...over,
  }),
};
