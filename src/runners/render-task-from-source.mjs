// Render task from source: registers a loader for TypeScript in a worker thread, then loads render-task.ts. Used only when running from src/.
import { register } from 'tsx/esm/api';

register();

export default (await import('./render-task.ts')).default;
