import { parentPort, workerData } from 'node:worker_threads';
import { type GridLimits, readGrid } from './read-grid.ts';

const { bytes, format, limits } = workerData as { bytes: Uint8Array; format: 'csv' | 'xlsx'; limits: GridLimits };
parentPort?.postMessage(await readGrid(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), format, limits));
