// Optional: every page works without this file.
(function () {
  "use strict";
  var each = function (selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  };

  // A refused form: the summary of its problems gets the focus, so that it is read out.
  var summary = document.querySelector(".govuk-error-summary");
  if (summary) summary.focus();

  // A page that shows progress loads itself again, but not while nobody looks or someone types.
  var seconds = Number(document.body.getAttribute("data-refresh-seconds"));
  if (seconds > 0) {
    setInterval(function () {
      if (!document.hidden && document.activeElement === document.body) location.reload();
    }, seconds * 1000);
  }

  // A form that is on its way is not sent again.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    var button = event.submitter;
    form.weftSaved = true;
    if (!button || !button.hasAttribute("data-prevent-double-click")) return;
    if (form.weftSent) {
      event.preventDefault();
      return;
    }
    form.weftSent = true;
    button.setAttribute("aria-disabled", "true");
    setTimeout(function () { release(form, button); }, 5000);
  });
  function release(form, button) {
    form.weftSent = false;
    button.removeAttribute("aria-disabled");
  }
  // The page comes back as it was when the reader goes back: the guard must not.
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    each("form", function (form) { form.weftSent = form.weftSaved = false; });
    each("[data-prevent-double-click][aria-disabled]", function (button) {
      button.removeAttribute("aria-disabled");
    });
  });

  // Forms that ask for it: the browser asks before answers are lost.
  each("form[data-warn-unsaved]", function (form) {
    form.addEventListener("input", function () { form.weftChanged = true; });
  });
  window.addEventListener("beforeunload", function (event) {
    each("form[data-warn-unsaved]", function (form) {
      if (!form.weftChanged || form.weftSaved) return;
      event.preventDefault();
      event.returnValue = "";
    });
  });

  // Single keys for reviewers who chose them: only while the focus is inside the group.
  each("[data-review-keys]", function (group) {
    group.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (/^(input|select|textarea)$/i.test(event.target.tagName)) return;
      Array.prototype.forEach.call(group.querySelectorAll("[data-key]"), function (button) {
        if (button.getAttribute("data-key").toLowerCase() !== event.key.toLowerCase()) return;
        event.preventDefault();
        button.click();
      });
    });
    group.focus();
  });

  // A chosen file that is too large is named before it is sent.
  each("input[type=file][data-maximum-bytes]", function (input) {
    var note = document.createElement("p");
    note.className = "govuk-hint weft-file-note";
    note.setAttribute("role", "status");
    input.insertAdjacentElement("afterend", note);
    input.addEventListener("change", function () {
      var file = input.files && input.files[0];
      if (!file) {
        note.textContent = "";
        return;
      }
      var over = file.size >= Number(input.getAttribute("data-maximum-bytes"));
      note.className = over ? "govuk-error-message weft-file-note" : "govuk-hint weft-file-note";
      note.textContent = (over ? "This file is too large: " : "Size of this file: ") + size(file.size);
    });
  });
  function size(bytes) {
    if (bytes < 1000) return bytes + " bytes";
    if (bytes < 999500) return Math.round(bytes / 1000) + " KB";
    return (bytes / 1000000).toFixed(1) + " MB";
  }
})();
