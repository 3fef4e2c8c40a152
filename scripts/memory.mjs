/**
 * How the server's memory is kept small, as options for Node. A small nursery: while the directory is indexed, what lives shortly would otherwise
 * take a third of the memory. And a heap that is cleaned after growing by a seventh, where V8 would let it grow two or three times as large.
 */
export const memoryOptions = ['--max-semi-space-size=4', '--heap-growing-percent=15'];
