/** `SKETCH_BANDS` as it was then. */
const bands = [0, 1, 2, 3, 4, 5] as const

/** Sketches of behaviour, found by each of their bands; how many there are, and whose. */
export const SKETCHES = `
  CREATE TABLE sketches (
    id INTEGER PRIMARY KEY,
    project_id TEXT NOT NULL,
    session TEXT NOT NULL,
    thumbprint TEXT,
    until REAL NOT NULL,
    body TEXT NOT NULL,
    ${bands.map((i) => `band_${i} INTEGER NOT NULL`).join(', ')}
  );
  ${bands.map((i) => `CREATE INDEX sketches_band_${i} ON sketches (band_${i}, project_id);`).join(' ')}
  CREATE INDEX sketches_session ON sketches (session, project_id);
  CREATE INDEX sketches_until ON sketches (until);
  CREATE INDEX sketches_until_of ON sketches (project_id, until);
  INSERT INTO counts VALUES ('sketches', 0);
  CREATE TRIGGER sketches_more AFTER INSERT ON sketches BEGIN
    UPDATE counts SET rows = rows + 1 WHERE name = 'sketches';
    INSERT INTO shares VALUES ('sketches', new.project_id, 1) ON CONFLICT DO UPDATE SET rows = rows + 1;
  END;
  CREATE TRIGGER sketches_less AFTER DELETE ON sketches BEGIN
    UPDATE counts SET rows = rows - 1 WHERE name = 'sketches';
    UPDATE shares SET rows = rows - 1 WHERE name = 'sketches' AND project_id = old.project_id;
  END;
`
