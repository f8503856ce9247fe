/**
 * What a report page does when it is read: filters, steps from difference to difference, columns with
 * linked scrolling. Without it the page is whole and can be read, printed and linked to.
 * Plain text without backticks, so that it is the same bytes in the page.
 */
export const SCRIPT = `
(function(){
'use strict';
var doc=document,body=doc.body,$=function(s){return doc.querySelector(s)},all=function(s,r){return [].slice.call((r||doc).querySelectorAll(s))};
var rows=all('.row'),blocks=all('.block'),search=$('#f-text'),theme=$('#f-theme'),count=$('#f-count'),texts=rows.map(function(r){return r.textContent.toLowerCase()});
var now=-1,timer;
function checked(name){return all('input[name='+name+']').filter(function(i){return i.checked}).map(function(i){return i.value})}
function has(list,wanted){return list.split(' ').some(function(x){return wanted.indexOf(x)>=0})}
function filter(){
  var rel=checked('rel'),kinds=checked('kind'),allKinds=all('input[name=kind]').length,t=theme.value,q=search.value.trim().toLowerCase(),shown=0;
  rows.forEach(function(r,i){
    var on=has(r.dataset.rel,rel)&&(!t||has(r.dataset.themes,[t]))&&(!q||texts[i].indexOf(q)>=0)&&(kinds.length===allKinds||has(r.dataset.kinds,kinds));
    r.hidden=!on;if(on)shown++;
  });
  blocks.forEach(function(b){b.hidden=!b.querySelector('.row:not([hidden])')});
  all('.mv').forEach(function(m){m.hidden=shown<rows.length});
  count.textContent=count.dataset.text.replace('{shown}',shown).replace('{all}',rows.length);
}
function step(by){
  read(false);
  var from=now<0?(by>0?-1:rows.length):now;
  for(var i=from+by;i>=0&&i<rows.length;i+=by){
    if(!rows[i].hidden&&rows[i].dataset.diff){
      if(rows[now])rows[now].classList.remove('now');
      now=i;rows[i].classList.add('now');rows[i].focus({preventScroll:true});rows[i].scrollIntoView({block:'center'});return;
    }
  }
}
function fresh(){clearTimeout(timer);timer=setTimeout(filter,80)}
all('.tools input,.tools select').forEach(function(i){i.addEventListener('input',fresh)});
$('#b-next').addEventListener('click',function(){step(1)});
$('#b-prev').addEventListener('click',function(){step(-1)});
$('#b-cols').addEventListener('click',function(){read(!body.classList.contains('reading'))});
doc.addEventListener('keydown',function(e){
  if(e.ctrlKey||e.metaKey||e.altKey)return;
  if(/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)&&e.target.type!=='checkbox'){if(e.key==='Escape')e.target.blur();return}
  if(e.key==='n'||e.key==='j')step(1);else if(e.key==='p'||e.key==='k')step(-1);
  else if(e.key==='/'){e.preventDefault();search.focus()}
  else if(e.key==='c')read(!body.classList.contains('reading'));
  else return;
  e.preventDefault();
});
function reveal(){
  var id;try{id=decodeURIComponent(location.hash.slice(1))}catch(x){return}
  var at=id&&doc.getElementById(id);if(!at)return;
  var row=at.closest('.row');if(row&&(row.hidden||row.closest('.block').hidden)){row.hidden=false;row.closest('.block').hidden=false}
  if(at.closest('#blocks'))read(false);
  at.scrollIntoView({block:'center'});
}
window.addEventListener('hashchange',reveal);
var built=false,partners={},panes=[],driver=null;
function build(){
  built=true;
  var place=$('#read'),lists=[];
  rows.forEach(function(r){
    var cells=all('.cell',r).map(function(c){return all('.s',c).map(function(s){return s.dataset.u})});
    cells.forEach(function(own,side){
      lists[side]=lists[side]||{};
      all('.cell',r)[side].querySelectorAll('.s').forEach(function(s){if(!lists[side][s.dataset.u])lists[side][s.dataset.u]=s});
      own.forEach(function(u){cells.forEach(function(other,o){if(o!==side&&other.length){partners[u+'>'+o]=partners[u+'>'+o]||other[0]}})});
    });
  });
  lists.forEach(function(list,side){
    var pane=doc.createElement('section');pane.tabIndex=0;pane.setAttribute('aria-label',place.dataset['side'+side]);
    var h=doc.createElement('h3');h.textContent=place.dataset['side'+side];pane.appendChild(h);
    Object.keys(list).map(function(u){return list[u]}).sort(function(a,b){return a.dataset.n-b.dataset.n}).forEach(function(s){
      var p=s.cloneNode(true);p.removeAttribute('id');p.classList.remove('again');p.dataset.side=side;pane.appendChild(p);
    });
    pane.addEventListener('scroll',function(){if(driver===pane)follow(pane,side)});
    ['pointerenter','focusin','wheel','touchstart','keydown'].forEach(function(n){pane.addEventListener(n,function(){driver=pane},{passive:true})});
    pane.addEventListener('click',function(e){var s=e.target.closest('.s');if(!s||e.target.closest('a'))return;driver=pane;follow(pane,side,s)});
    place.appendChild(pane);panes.push(pane);
  });
}
function follow(pane,side,at){
  var top=at||all('.s',pane).find(function(s){return s.offsetTop+s.offsetHeight>pane.scrollTop+40});
  if(!top)return;
  all('.hit',$('#read')).forEach(function(s){s.classList.remove('hit')});
  top.classList.add('hit');
  panes.forEach(function(other,o){
    if(o===side)return;
    var u=partners[top.dataset.u+'>'+o],s=u&&all('.s',other).find(function(x){return x.dataset.u===u});
    if(!s)return;
    s.classList.add('hit');other.scrollTop=s.offsetTop-(top.offsetTop-pane.scrollTop);
  });
}
function read(on){
  if(on===body.classList.contains('reading'))return;
  if(on&&!built)build();
  body.classList.toggle('reading',on);
  $('#b-cols').setAttribute('aria-pressed',on);
  if(on){driver=panes[panes.length-1];$('#comparison').scrollIntoView()}
}
all('.js').forEach(function(e){e.hidden=false});
filter();reveal();
})();
`;
