-- from
CREATE TABLE dept (id int PRIMARY KEY, name text, head int);
CREATE TABLE emp (id int PRIMARY KEY, dept int REFERENCES dept, fullname text, salary text, hired date, gone int);
ALTER TABLE dept ADD CONSTRAINT head_is FOREIGN KEY (head) REFERENCES emp DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX emp_all ON emp (dept, gone, salary);
CREATE UNIQUE INDEX emp_name ON emp (lower(fullname)) WHERE gone IS NULL;
CREATE VIEW pay AS SELECT e.*, d.name AS dept_name FROM emp e JOIN dept d ON d.id = e.dept;
CREATE MATERIALIZED VIEW tops AS SELECT dept_name, max(salary) AS m FROM pay GROUP BY 1;
CREATE FUNCTION emps(d dept) RETURNS SETOF emp LANGUAGE sql STABLE AS 'SELECT * FROM public.emp WHERE dept = d.id';
CREATE STATISTICS st ON dept, gone FROM emp;
BEGIN;
INSERT INTO dept VALUES (1, 'x', 1);
INSERT INTO emp VALUES (1, 1, 'ann', '10', '2024-01-01', NULL);
COMMIT;
-- to
CREATE TABLE dept (id bigint PRIMARY KEY, title text NOT NULL, head bigint, boss bigint);
CREATE TABLE emp (id bigint PRIMARY KEY, dept_id bigint CONSTRAINT emp_dept_fkey REFERENCES dept ON DELETE CASCADE, full_name text NOT NULL, salary numeric(10,2) CHECK (salary > 0), hired timestamptz DEFAULT now(), mail text UNIQUE);
ALTER TABLE dept ADD CONSTRAINT head_is FOREIGN KEY (head) REFERENCES emp, ADD CONSTRAINT boss_is FOREIGN KEY (boss) REFERENCES dept;
CREATE INDEX emp_all ON emp (dept_id, salary DESC);
CREATE UNIQUE INDEX emp_name ON emp (lower(full_name));
CREATE VIEW pay AS SELECT e.*, d.title AS dept_name FROM emp e JOIN dept d ON d.id = e.dept_id;
CREATE MATERIALIZED VIEW tops AS SELECT dept_name, max(salary) AS m FROM pay GROUP BY 1;
CREATE UNIQUE INDEX tops_i ON tops (dept_name);
CREATE FUNCTION emps(d dept) RETURNS SETOF emp LANGUAGE sql STABLE AS 'SELECT * FROM public.emp WHERE dept_id = d.id';
CREATE STATISTICS st ON dept_id, salary FROM emp;
-- options
--rename=column:public.dept.name=title
--rename=column:public.emp.dept=dept_id
--rename=column:public.emp.fullname=full_name
-- back
--rename=column:public.dept.title=name
--rename=column:public.emp.dept_id=dept
--rename=column:public.emp.full_name=fullname
-- lost
column emp.gone
column emp.salary
-- kept
SELECT id, dept_id, full_name, salary, hired FROM emp;
= 1|1|ann|10.00|2024-01-01 00:00:00+00
SELECT m FROM tops;
= 10.00
