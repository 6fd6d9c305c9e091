import { storeContract } from './contract.ts';
import { sqlitePlace } from './sqlite.ts';

storeContract('the SQLite store', sqlitePlace);
