export class Client {
  constructor(baseUrl: string, patienceS?: number);
  send(request: { method: string; path: string; headers?: Record<string, string>; body?: string }): Promise<{
    status: number;
    headers: Record<string, string | string[] | undefined>;
    text: string;
  }>;
  close(): void;
}
