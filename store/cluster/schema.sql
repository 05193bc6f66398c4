CREATE SCHEMA IF NOT EXISTS nodeledger_cluster;

-- Who leads: one row. The token is of the term, and only grows.
CREATE TABLE IF NOT EXISTS nodeledger_cluster.lease (
	id smallint PRIMARY KEY CHECK (id = 1),
	holder text NOT NULL,
	token bigint NOT NULL,
	until timestamptz NOT NULL
);
INSERT INTO nodeledger_cluster.lease VALUES (1, '', 0, clock_timestamp()) ON CONFLICT DO NOTHING;

-- The servers that there are, each for a while.
CREATE TABLE IF NOT EXISTS nodeledger_cluster.member (
	name text PRIMARY KEY,
	until timestamptz NOT NULL
);

-- What makes a nonce out of an invitation: one row.
CREATE TABLE IF NOT EXISTS nodeledger_cluster.nonce_key (
	id smallint PRIMARY KEY CHECK (id = 1),
	key bytea NOT NULL
);

-- Nonces that opened a session, until they end by themselves.
CREATE TABLE IF NOT EXISTS nodeledger_cluster.nonce (
	nonce text PRIMARY KEY,
	ends timestamptz NOT NULL
);

-- Sessions by the hash of their secret; the rest is sealed with the secret.
CREATE TABLE IF NOT EXISTS nodeledger_cluster.session (
	id bytea PRIMARY KEY,
	wallet text NOT NULL,
	expires timestamptz NOT NULL,
	sealed bytea NOT NULL
);
CREATE INDEX IF NOT EXISTS session_wallet ON nodeledger_cluster.session (wallet, expires);
