// Task from source: lets a worker thread read TypeScript, then hands over to task.ts. Only for running from src/.
import { register } from 'tsx/esm/api';

register();

export default (await import('./task.ts')).default;
