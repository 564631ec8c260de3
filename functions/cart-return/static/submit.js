// Saves one click; without scripts the button does the same.
document.getElementById("cart").submit();
