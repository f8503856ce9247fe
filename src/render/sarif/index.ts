export { sarifLog } from './sarif.js';
