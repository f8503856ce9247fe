import { describe, expect, it } from 'vitest';
import { type Division, elsewhereOf } from '../../src/findings/brief/elsewhere.js';
import type { Side } from '../../src/model/index.js';

const TABLE: readonly Division[] = [
  ['370000', '山东省', '山东'],
  ['370100', '济南市', '济南'],
  ['370102', '历下区', '历下'],
  ['370112', '历城区', '历城'],
  ['370200', '青岛市', '青岛'],
  ['370202', '市南区', '市南'],
  ['370600', '烟台市', '烟台'],
  ['371100', '日照市', '日照'],
  ['430000', '湖南省', '湖南'],
  ['430100', '长沙市', '长沙'],
  ['429004', '仙桃市', '仙桃'],
  ['420000', '湖北省', '湖北'],
  ['420100', '武汉市', '武汉'],
].map(([code = '', name = '', short = '']) => ({ code, name, short }));

const side = (...codes: readonly (string | undefined)[]): Side =>
  ({
    name: 'lower',
    documents: codes.map((code) => ({
      head: code === undefined ? {} : { region: { code, name: '' } },
    })),
  }) as unknown as Side;
const ofJinan = elsewhereOf(TABLE, side('370100'));

describe('to which other places a clause is addressed', () => {
  it.each([
    ['支持青岛、烟台建设海洋装备产业园，', ['青岛', '烟台']],
    ['加快青岛市国际邮轮港区改造。', ['青岛市']],
    ['（三）推动烟台等市发展核电配套产业，', ['烟台']],
    ['支持烟台、日照建设港口，', ['烟台', '日照']],
    ['重点支持日照市发展粮油加工。', ['日照市']],
  ])('%s', (clause, places) => {
    expect(ofJinan(clause)).toEqual(places);
  });

  it.each([
    ['names the own place', '支持青岛、济南建设海洋装备产业园，'],
    ['names one below it', '支持青岛与历城区结对发展，'],
    ['means all', '支持烟台等各市建设冷链仓库，'],
    ['tells of what places do together', '推动烟台一体化发展，'],
    ['names another only on the way', '引进在青岛设立总部的企业，'],
    ['has a name that is a word too', '提升日照时间长的地区光伏利用水平，'],
    ['has a name within another', '支持青岛大学扩大招生，'],
    ['names a place of another province', '支持长沙来鲁投资，'],
    ['names none', '支持企业建设冷链仓库，'],
  ])('is none where it %s', (_, clause) => {
    expect(ofJinan(clause)).toEqual([]);
  });

  it('asks for siblings of what the lower side is', () => {
    expect(elsewhereOf(TABLE, side('370102'))('支持历城区改造老旧厂房。')).toEqual(['历城区']);
    expect(elsewhereOf(TABLE, side('370102'))('支持青岛改造老旧厂房。')).toEqual(['青岛']);
    expect(elsewhereOf(TABLE, side('370000'))('支持湖南改造老旧厂房。')).toEqual(['湖南']);
    expect(elsewhereOf(TABLE, side('420100'))('支持仙桃改造老旧厂房。')).toEqual(['仙桃']);
  });

  it('knows no other places for a side of no place, or of two', () => {
    expect(elsewhereOf(TABLE, side(undefined))('支持青岛改造老旧厂房。')).toEqual([]);
    expect(elsewhereOf(TABLE, side('370100', '370200'))('支持烟台改造老旧厂房。')).toEqual([]);
    expect(elsewhereOf([], side('370100'))('支持青岛改造老旧厂房。')).toEqual([]);
  });
});
