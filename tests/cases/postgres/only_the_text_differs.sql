-- There is nothing to do, and no way back.
-- from
CREATE TABLE t (id integer PRIMARY KEY, a int8 DEFAULT 0, b varchar, c timestamp with time zone DEFAULT CURRENT_TIMESTAMP, d bool DEFAULT 'no', e numeric(5,0), f text CONSTRAINT f_check CHECK (f IN ('x', 'y')), g char(3), h "char", i timestamp DEFAULT now(), j text DEFAULT CAST('x' AS text), k int[] DEFAULT '{1}', CONSTRAINT not_many CHECK (a <> 7 AND NOT (d = false)));
CREATE INDEX t_a_idx ON t USING btree (a ASC);
CREATE VIEW v AS SELECT a, b FROM t WHERE a BETWEEN 1 AND 2;
-- to
CREATE TABLE public.t (id int4 NOT NULL, a bigint DEFAULT 0, b character varying, c timestamptz DEFAULT CURRENT_TIMESTAMP, d boolean DEFAULT false, e decimal(5), f text, g character(3), h "char", i timestamp without time zone DEFAULT pg_catalog.now(), j text DEFAULT 'x', k integer[] DEFAULT '{1}'::int[], CONSTRAINT not_many CHECK (((a) <> (7)) AND (NOT ((d) = 'f'::boolean))), CONSTRAINT t_pkey PRIMARY KEY (id), CONSTRAINT f_check CHECK (f = ANY (ARRAY['x'::text, 'y'::text])));
CREATE INDEX t_a_idx ON public.t (a);
CREATE OR REPLACE VIEW public.v (a, b) AS SELECT t.a, t.b FROM public.t WHERE t.a >= 1 AND t.a <= 2;
-- lacks
.
