-- Schema 2: what went out as a packet, and what came back to it. Only columns are added, never a
-- table: tables stay where they are in the file (see known_schema.py).
-- sent.packet: its JSON as it went out, or NULL; sources: by entry, where it stands in the packet and digests
-- of its paragraphs; reply_key: the other half of the packet's reply key, a secret that opens what
-- comes back. comment.anchor: the place in the packet; reply: the digest of the reply it came in.

ALTER TABLE sent ADD COLUMN packet_id TEXT NOT NULL DEFAULT '';
ALTER TABLE sent ADD COLUMN packet TEXT;
ALTER TABLE sent ADD COLUMN sources TEXT NOT NULL DEFAULT '{}';
ALTER TABLE sent ADD COLUMN reply_key TEXT NOT NULL DEFAULT '';
ALTER TABLE comment ADD COLUMN anchor TEXT NOT NULL DEFAULT '';
ALTER TABLE comment ADD COLUMN sender TEXT NOT NULL DEFAULT '';
ALTER TABLE comment ADD COLUMN reply TEXT NOT NULL DEFAULT '';
