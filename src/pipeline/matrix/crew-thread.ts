/** A thread of `crew.ts`: what is costly is loaded with the first piece of work, and kept. It runs when it is loaded. */
import { workerData } from 'node:worker_threads';
import { once } from '../once.js';
import { type CrewSetting, doTask, type Outcome, openWork, type Task } from './crew.js';

/** The pool hands a thread its own data and the one it was given. */
const [, setting] = workerData as [unknown, CrewSetting];
const work = once(() => openWork(setting));

export default (task: Task): Promise<Outcome<unknown>> => doTask(work(), task);
