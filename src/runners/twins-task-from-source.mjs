// Twins task from source: registers a loader for TypeScript in a worker thread, then loads twins-task.ts. Used only when running from src/.
import { register } from 'tsx/esm/api';

register();

export default (await import('./twins-task.ts')).default;
