// Task from source: registers a loader for TypeScript in a worker thread, then loads task.ts. Used only when running from src/.
import { register } from 'tsx/esm/api';

register();

export default (await import('./task.ts')).default;
