import { expect, test } from 'vitest';
import { figuresIn } from '../../../src/stories/grouping/anchors.ts';

test('a day is the same in three languages', () => {
  for (const text of ['on 3 November', 'on November 3rd', '3 ноября', '11월 3일'])
    expect(figuresIn(text)).toEqual(['day:11-3']);
});

test('a number is what it amounts to, however its millions are written', () => {
  for (const text of [
    '40 million crowns',
    '40 миллионов крон',
    '40 млн крон',
    '4000만 크라운',
    '4천만 크라운',
  ])
    expect(figuresIn(text)).toEqual(['number:40000000']);
  expect(figuresIn('1,2 млрд')).toEqual(figuresIn('1.2 billion'));
  expect(figuresIn('1,200 million, 1,200,000 thousand')).toEqual(['number:1200000000', 'number:1200000000']);
});

test('people are not millions, a single digit is everywhere, and metres are metres', () => {
  expect(figuresIn('40 passengers, 1,200 crowns, 90 m of quay')).toEqual([
    'number:40',
    'number:1200',
    'number:90',
  ]);
  expect(figuresIn('3 people and 2 dogs')).toEqual([]);
});

test('a number is the same in digits and in words', () => {
  for (const text of ['11 ships wait', 'eleven ships wait', 'одиннадцать судов', '배 11척이 기다린다'])
    expect(figuresIn(text), text).toEqual(['number:11']);
  for (const text of ['40 000 тонн', '40,000 tonnes', 'forty thousand tonnes', '4만 톤'])
    expect(figuresIn(text), text).toEqual(['number:40000']);
  for (const text of ['210 million', '210 млн', '2억1천만'])
    expect(figuresIn(text)).toEqual(['number:210000000']);
  expect(figuresIn('twenty-five guests, двадцать пять гостей')).toEqual(['number:25', 'number:25']);
  expect(figuresIn('a quake of 6.1, толчок в 6,1')).toEqual(['number:6.1', 'number:6.1']);
});

test('what tells the hour, or a day without its month, is no number', () => {
  expect(figuresIn('At 14:30 on Monday; 13일 오전 11시에 시작했다')).toEqual([]);
  expect(figuresIn('15일간 11시간씩')).toEqual(['number:15', 'number:11']);
});
