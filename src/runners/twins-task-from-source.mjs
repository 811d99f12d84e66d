// Twins task from source: lets a worker thread read TypeScript, then hands over to twins-task.ts. Only for running from src/.
import { register } from 'tsx/esm/api';

register();

export default (await import('./twins-task.ts')).default;
