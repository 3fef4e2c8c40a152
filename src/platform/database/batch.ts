import { type Connection, type PoolClient, Query, type QueryResult, type Submittable } from 'pg';

/** One statement with its values; under a name PostgreSQL plans it once per connection. */
export interface Statement {
  name?: string;
  text: string;
  values?: unknown[];
}

/** What pg calls on the query it is answering; its types show only the sending half. */
interface Answered extends Submittable {
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleEmptyQuery(connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
}
type Prepared = { submittedNamedStatements: Record<string, string>; parsedStatements: Record<string, string> };

/**
 * Several statements in one message to the database and one answer back, where pg makes a round of each:
 * the ways to and fro are most of what a short statement costs. When one fails, those behind it are not run.
 */
class Batch implements Answered {
  /** How many statements are answered. */
  private done = 0;
  private readonly results: QueryResult[] = [];
  private readonly queries: (Answered & { name?: string; text: string })[];

  constructor(
    statements: readonly Statement[],
    private readonly callback: (error: Error | undefined, results: QueryResult[]) => void,
  ) {
    this.queries = statements.map(({ name, text, values = [] }) => {
      const query = new Query({ name, text, values, queryMode: 'extended' } as never, (error, result) => {
        if (!error) this.results.push(result);
      });
      return query as unknown as Answered & { name?: string; text: string };
    });
  }

  private get current() {
    const query = this.queries[Math.min(this.done, this.queries.length - 1)];
    if (!query) throw new Error('an empty batch');
    return query;
  }
  // By these two pg remembers what the connection has prepared.
  get name() {
    return this.current.name;
  }
  get text() {
    return this.current.text;
  }

  submit = (connection: Connection): void => {
    // Each query would end with a Sync; theirs go nowhere, and one stands for all.
    const withoutSync: Connection = Object.create(connection, { sync: { value: () => undefined } });
    connection.stream.cork();
    for (const query of this.queries) query.submit(withoutSync);
    connection.sync();
    connection.stream.uncork();
  };
  handleRowDescription(message: unknown): void {
    this.current.handleRowDescription(message);
  }
  handleDataRow(message: unknown): void {
    this.current.handleDataRow(message);
  }
  handleCommandComplete(message: unknown, connection: Connection): void {
    this.current.handleCommandComplete(message, connection);
    this.done++;
  }
  handleEmptyQuery(connection: Connection): void {
    this.current.handleEmptyQuery(connection);
    this.done++;
  }
  handleReadyForQuery(connection: Connection): void {
    for (const query of this.queries) query.handleReadyForQuery(connection);
    this.callback(undefined, this.results);
  }
  handleError(error: Error, connection: Connection & Partial<Prepared>): void {
    // What stood behind the failure was never prepared.
    for (const { name } of this.queries) if (name) delete connection.submittedNamedStatements?.[name];
    this.callback(error, []);
  }
}

/** Runs the statements one after the other, in one round; throws the first failure. */
export const runTogether = (client: PoolClient, statements: readonly Statement[]): Promise<QueryResult[]> =>
  new Promise((resolve, reject) => {
    client.query(new Batch(statements, (error, results) => (error ? reject(error) : resolve(results))));
  });
