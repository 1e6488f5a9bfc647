-- A corpus of persian-speech. Offsets count code points of documents.text, half-open; SQLite's substr counts
-- from 1: substr(text, start + 1, "end" - start). Columns named as the commands name theirs hold the same.

CREATE TABLE runs (            -- every run of analyze that wrote here
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,     -- UTC, ISO 8601
    finished TEXT,             -- null: it was stopped
    new INTEGER, changed INTEGER, unchanged INTEGER, removed INTEGER, failed INTEGER  -- documents
);

CREATE TABLE roots (           -- the paths that were named, as absolute ones
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL  -- in which order their documents are read
);

CREATE TABLE files (           -- a file may hold many documents: a table's rows, an archive's members
    id INTEGER PRIMARY KEY,
    root_id INTEGER NOT NULL REFERENCES roots (id),
    path TEXT NOT NULL UNIQUE, -- absolute
    name TEXT NOT NULL,        -- as the commands show it
    place TEXT NOT NULL,       -- sorts the files of a root in the order in which they are read
    size INTEGER,              -- bytes; null until all documents of the file are here
    modified INTEGER,          -- nanoseconds since 1970
    hash TEXT,
    made_by TEXT               -- the version and options that analysed it
);
CREATE INDEX files_in_order ON files (root_id, place);

CREATE TABLE failures (        -- what could not be read or analysed, and why
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX failures_of_file ON failures (file_id);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,   -- within its file
    part TEXT NOT NULL,        -- what its name adds to its file's: «#7» of a row, empty for a whole file
    name TEXT NOT NULL,
    hash TEXT NOT NULL,        -- of what was analysed: text, date, title
    made_by TEXT NOT NULL,
    title TEXT,
    date TEXT,                 -- ISO 8601, Gregorian
    date_jalali TEXT,
    encoding TEXT NOT NULL,
    characters INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (file_id, part)
);
CREATE INDEX documents_in_order ON documents (file_id, number);
CREATE INDEX documents_by_date ON documents (date);
CREATE INDEX documents_by_name ON documents (name);

CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,   -- from 1
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    first_token INTEGER NOT NULL, last_token INTEGER NOT NULL, -- half-open, from 0
    text TEXT NOT NULL,
    normal TEXT NOT NULL       -- its tokens as they should have been written, a space apart
);
CREATE UNIQUE INDEX sentences_of_document ON sentences (document_id, number);

CREATE TABLE speakers (        -- who is quoted in a document
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,          -- within the document
    name TEXT NOT NULL,
    role TEXT,
    forms TEXT NOT NULL,       -- a JSON array: how the text names them
    known INTEGER NOT NULL,    -- 1 of a person of the table of actors, who has one id in all documents
    more TEXT,
    UNIQUE (document_id, id)
);
CREATE INDEX speakers_by_name ON speakers (name);

CREATE TABLE quotations (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,          -- within the document
    kind TEXT NOT NULL, form TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    cue TEXT, cue_start INTEGER, cue_end INTEGER, cue_lemma TEXT, cue_class TEXT,
    mention TEXT, speaker_start INTEGER, speaker_end INTEGER, mention_form TEXT NOT NULL,
    speaker TEXT, speaker_id TEXT, role TEXT,
    addressee TEXT, addressee_start INTEGER, addressee_end INTEGER,
    channel TEXT, confidence REAL NOT NULL, rule TEXT NOT NULL, speaker_rule TEXT NOT NULL, polarity TEXT NOT NULL,
    more TEXT                  -- a JSON object: who else may be meant, and what later versions add
);
CREATE INDEX quotations_of_document ON quotations (document_id);
CREATE INDEX quotations_by_speaker ON quotations (speaker);

CREATE TABLE mentions (        -- named entities where they stand
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    type TEXT NOT NULL, entity TEXT NOT NULL, entity_id TEXT NOT NULL,
    said_by TEXT,              -- whose words it stands in
    said INTEGER NOT NULL,     -- 1 within a quotation, its speaker known or not
    more TEXT
);
CREATE INDEX mentions_of_document ON mentions (document_id);
CREATE INDEX mentions_by_entity ON mentions (entity);

CREATE TABLE entities (        -- counts within a document
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    entity_id TEXT NOT NULL, entity TEXT NOT NULL, type TEXT NOT NULL,
    count INTEGER NOT NULL, said INTEGER NOT NULL
);
CREATE INDEX entities_of_document ON entities (document_id);
CREATE INDEX entities_by_name ON entities (entity);

CREATE TABLE words (           -- counts of tokens within a document
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    normal TEXT NOT NULL, lemma TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL
);
CREATE INDEX words_of_document ON words (document_id);
CREATE INDEX words_by_lemma ON words (lemma);

CREATE TABLE packed_tokens (   -- every token with its offsets, for persian-speech itself
    document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    data BLOB NOT NULL
);

-- Full text: SELECT text FROM sentences WHERE id IN (SELECT rowid FROM search WHERE search MATCH 'می‌خواهم').
-- The quotes around the names are double, as datasette and sqlite-utils look for them.
CREATE VIRTUAL TABLE search USING fts5 (normal, content="sentences", content_rowid="id");
CREATE TRIGGER sentence_added AFTER INSERT ON sentences BEGIN
    INSERT INTO search (rowid, normal) VALUES (new.id, new.normal);
END;
CREATE TRIGGER sentence_removed AFTER DELETE ON sentences BEGIN
    INSERT INTO search (search, rowid, normal) VALUES ('delete', old.id, old.normal);
END;

-- What the command quotes prints; what entities counts (which also brings together spellings of one name).
CREATE VIEW quotes AS
SELECT documents.name AS document, quotations.*, documents.date, documents.date_jalali
FROM quotations JOIN documents ON documents.id = quotations.document_id;
CREATE VIEW entity_totals AS
SELECT min(entity) AS entity, type, sum(count) AS count, sum(said) AS said, count(*) AS documents, entity_id
FROM entities GROUP BY entity_id, type;
