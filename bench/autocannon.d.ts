/** The part of autocannon we use; it comes without types. */
declare module 'autocannon' {
  interface Request {
    method?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?: (request: Request) => Request;
  }
  export default function autocannon(options: {
    url: string;
    connections: number;
    duration: number;
    headers?: Record<string, string>;
    requests?: Request[];
    verifyBody?: (body: string) => boolean;
  }): Promise<{ requests: { average: number; total: number }; duration: number; non2xx: number; errors: number; mismatches: number }>;
}
