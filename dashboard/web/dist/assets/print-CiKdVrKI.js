<<<<<<<< HEAD:dashboard/web/dist/assets/print-DSta_QQo.js
import{b as e}from"./jsxRuntime-Di7zU8r5.js";var t=`--printed-foot`;function n(e){return`"${e.replace(/["\\]/g,`\\$&`).replace(/[\n\r\f]/g,` `)}"`}function r(r){e(()=>{let e=document.documentElement;return e.style.setProperty(t,n(r)),()=>void e.style.removeProperty(t)},[r])}export{r as t};
========
import{b as e}from"./jsxRuntime-Cfytbl7D.js";var t=`--printed-foot`;function n(e){return`"${e.replace(/["\\]/g,`\\$&`).replace(/[\n\r\f]/g,` `)}"`}function r(r){e(()=>{let e=document.documentElement;return e.style.setProperty(t,n(r)),()=>void e.style.removeProperty(t)},[r])}export{r as t};
>>>>>>>> private:dashboard/web/dist/assets/print-CiKdVrKI.js
