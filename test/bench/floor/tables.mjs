const id = 'VARCHAR(64) NOT NULL';
const seq = {
  mariadb: 'BIGINT AUTO_INCREMENT PRIMARY KEY',
  sqlite: 'INTEGER PRIMARY KEY AUTOINCREMENT',
};
const suffix = { mariadb: ' ENGINE=InnoDB DEFAULT CHARSET=ascii COLLATE=ascii_bin', sqlite: '' };
const text = { mariadb: 'LONGTEXT CHARACTER SET utf8mb4 NOT NULL', sqlite: 'TEXT NOT NULL' };

const outbox = (of) => `outbox (seq ${seq[of]}, id ${id}, source VARCHAR(20) NOT NULL, payload ${text[of]})`;
const cursor = () =>
  `stream_cursor (source VARCHAR(20) NOT NULL, aggregate_id ${id}, last_seq INT NOT NULL, PRIMARY KEY (aggregate_id, source))`;

const TABLES = {
  intake: (of) => [
    `incident (id ${id} PRIMARY KEY, state VARCHAR(20) NOT NULL, doc ${text[of]})`,
    `report (id ${id} PRIMARY KEY, incident_id ${id}, doc ${text[of]})`,
    outbox(of),
  ],
  routing: (of) => [
    `unit (id INT PRIMARY KEY, active INT NOT NULL, capacity INT NOT NULL)`,
    `dispatch (id ${id} PRIMARY KEY, doc ${text[of]})`,
    `assignment (id ${id} PRIMARY KEY, incident_id ${id}, unit_id INT NOT NULL, state VARCHAR(20) NOT NULL)`,
    outbox(of),
    cursor(),
  ],
  cases: (of) => [
    `incident_file (id ${id} PRIMARY KEY, doc ${text[of]})`,
    `case_record (id ${id} PRIMARY KEY, incident_id ${id}, doc ${text[of]})`,
    outbox(of),
    cursor(),
  ],
  notifications: (of) => [
    `notice (seq ${seq[of]}, incident_id ${id}, type VARCHAR(40) NOT NULL, doc ${text[of]})`,
    cursor(),
  ],
};

/** CREATE statements of one part of the bare chain. `of` is `mariadb` or `sqlite`. */
export const tablesOf = (part, of) =>
  TABLES[part](of).map((table) => `CREATE TABLE IF NOT EXISTS ${table}${suffix[of]}`);
