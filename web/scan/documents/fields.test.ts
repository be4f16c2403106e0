import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/scan/documents/model.ts';
import { contradicts, fields, said, sourcesOf } from './fields.ts';

const document: Document = {
  ...{ id: 'r', title: '제목', abstract: null, authors: ['김민아', '이세진'], year: 2026, journal: null },
  ...{ volume: '3', issue: null, pages: '1-9', doi: null, pmid: null, url: null, type: null },
  ...{ keywords: [], language: null, addedAt: '2026-03-02T00:00:00.000Z' },
  sources: [
    { source: 'file', key: 'a', database: null },
    { source: 'file', key: 'b', database: null },
    { source: 'file', key: 'c', database: 'KoreaMed' },
    { source: 'pubmed', key: 'd', database: null },
  ],
};

describe('a document in words', () => {
  it('has each field, empty where nothing is said', () => {
    expect(fields.map((field) => said(document, field, '파일'))).toEqual([
      ...['제목', '김민아; 이세진', '2026', '', '3, 1-9', '', '', '파일, KoreaMed, pubmed', ''],
    ]);
  });

  it('names each source once', () => {
    expect(sourcesOf(document, 'a file')).toEqual(['a file', 'KoreaMed', 'pubmed']);
  });

  it('contradicts another only where both say something', () => {
    expect(contradicts('2025', '2026')).toBe(true);
    expect(contradicts('2025', '2025')).toBe(false);
    expect(contradicts('', '2025')).toBe(false);
    expect(contradicts('2025', '')).toBe(false);
  });
});
