// Moves the lines of the charts, and says what the threshold under the slider would come to.
(() => {
  const slider = document.getElementById("threshold");
  if (!slider) return;
  const output = document.getElementById("tried");
  const { points } = JSON.parse(document.getElementById("dramatis-report").textContent);
  const share = (part, whole) => (whole ? (part / whole).toFixed(3) : "–");
  const count = (number, noun, plural) =>
    `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;

  const show = () => {
    const [threshold, merged, falseMerges, misses] = points[Math.round(slider.value * 100)];
    output.textContent =
      `${threshold.toFixed(2)}: precision ${share(merged, merged + falseMerges)}, ` +
      `recall ${share(merged, merged + misses)}, ` +
      `${count(falseMerges, "false merge", "false merges")}, ${count(misses, "miss", "misses")}`;
    for (const chart of document.querySelectorAll("svg.chart")) {
      const cursor = chart.querySelector(".cursor");
      if (!cursor) continue;
      const { left, right } = chart.dataset;
      const x = Number(left) + threshold * (right - left);
      cursor.setAttribute("x1", x);
      cursor.setAttribute("x2", x);
    }
  };

  slider.addEventListener("input", show);
  show();
})();
