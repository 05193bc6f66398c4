-- +goose Up
-- Times are milliseconds since 1970. Both databases take this form.
CREATE TABLE sender (
    id       bigint NOT NULL PRIMARY KEY CHECK (id = 1),
    began    bigint NOT NULL, -- what happened before is told to nobody
    sequence bigint NOT NULL, -- the last transaction of the journal that was looked at
    hash     text   NOT NULL, -- of that transaction; empty before the first
    looked   bigint NOT NULL, -- 1: health was looked at before
    holder   text   NOT NULL, -- the process that sends
    until    bigint NOT NULL, -- the end of its turn, unless it is prolonged
    last     bigint NOT NULL  -- the number of the newest delivery
);

CREATE TABLE episode (
    trouble text   NOT NULL PRIMARY KEY,
    about   text   NOT NULL,
    since   bigint NOT NULL,
    silent  bigint NOT NULL
);

CREATE TABLE notice (
    id     text   NOT NULL PRIMARY KEY,
    type   text   NOT NULL,
    at     bigint NOT NULL,
    wallet text   NOT NULL,
    body   text   NOT NULL,
    made   bigint NOT NULL
);

CREATE INDEX notice_made ON notice (made);

CREATE TABLE endpoint (
    name      text   NOT NULL PRIMARY KEY,
    kind      text   NOT NULL,
    place     text   NOT NULL,
    present   bigint NOT NULL, -- 1: the configuration names it
    failures  bigint NOT NULL, -- in a row
    next      bigint NOT NULL, -- nothing is sent before
    gone      bigint NOT NULL,
    delivered bigint NOT NULL,
    failed    bigint NOT NULL
);

CREATE TABLE delivery (
    number   bigint NOT NULL PRIMARY KEY,
    endpoint text   NOT NULL,
    notice   text   NOT NULL,
    state    text   NOT NULL,
    queued   bigint NOT NULL,
    tries    bigint NOT NULL,
    UNIQUE (endpoint, notice)
);

CREATE INDEX delivery_state ON delivery (endpoint, state, number);
CREATE INDEX delivery_notice ON delivery (notice);

CREATE TABLE attempt (
    delivery bigint NOT NULL,
    try      bigint NOT NULL,
    at       bigint NOT NULL,
    status   bigint NOT NULL,
    latency  bigint NOT NULL,
    error    text   NOT NULL,
    PRIMARY KEY (delivery, try)
);
