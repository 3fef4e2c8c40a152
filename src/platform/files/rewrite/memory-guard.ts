// Runs beside the work of its process, which may be deep in native code and hear nothing: ends the whole process when it takes too much.
import { workerData } from 'node:worker_threads';

const { mostMemory } = workerData as { mostMemory: number };
setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory) process.kill(process.pid, 'SIGKILL');
}, 20);
