import { expect, it } from 'vitest';

import { StoreUnusable } from '../../src/domain/store.ts';
import { connect } from '../../src/store/connection.ts';
import { sqlitePlace } from './sqlite.ts';

it('a disk that is full is told as such, and the transaction leaves nothing behind', async () => {
  const place = await sqlitePlace();
  const connection = connect(place.file);
  connection.handle.exec('create table logbook (entry text) strict');
  connection.handle.pragma('max_page_count = 8');
  const flood = () => {
    for (let day = 0; day < 100; day += 1)
      connection.run('insert into logbook values (?)', 'fog '.repeat(1000));
  };
  expect(() => connection.write(flood)).toThrow(StoreUnusable);
  expect(() => connection.write(flood)).toThrow(/corpus\.db could not be written: the disk is full/u);
  expect(connection.get('select count(*) as entries from logbook')).toEqual({ entries: 0 });
  connection.close();
  await place.remove();
});

it('a mistake of our own is not dressed up as trouble with the file', async () => {
  const place = await sqlitePlace();
  const connection = connect(place.file);
  expect(() => connection.read(() => connection.all('select tide from nowhere'))).toThrow(
    'no such table: nowhere',
  );
  connection.close();
  await place.remove();
});
