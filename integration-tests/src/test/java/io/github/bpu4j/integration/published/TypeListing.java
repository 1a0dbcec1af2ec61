// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.published;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What users see of a type, one line each: what it is, then its constants, constructors and
 * methods. {@code equals}, {@code hashCode} and {@code toString} are left out, every type has them,
 * and so are {@code values} and {@code valueOf} of an enum.
 */
record TypeListing(Class<?> type, TypeText text) {
  private static final Set<String> OBJECT = Set.of("equals", "hashCode", "toString");
  private static final Set<String> ENUM = Set.of("values", "valueOf");

  static TypeListing of(Class<?> type) {
    return new TypeListing(type, new TypeText(type.getPackageName()));
  }

  /** Whether code outside of the package can name the type. */
  static boolean isVisible(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return !type.isAnonymousClass()
        && !type.isLocalClass()
        && isVisible(type.getModifiers())
        && (around == null || isVisible(around));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  List<String> lines() {
    Stream<String> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> isVisible(field.getModifiers()) && !field.isSynthetic())
            .map(this::describe)
            .sorted();
    Stream<String> constructors =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(constructor -> isVisible(constructor.getModifiers()))
            .map(this::describe)
            .sorted();
    return Stream.of(Stream.of(head()), fields, constructors, methods().stream())
        .flatMap(lines -> lines)
        .map(line -> type.getCanonicalName() + ": " + line)
        .toList();
  }

  private String head() {
    List<String> words = new ArrayList<>();
    words.add(mark(type.isAnnotationPresent(Deprecated.class)) + kind() + parameters());
    if (type.getSuperclass() != null
        && !Set.of(Object.class, Enum.class, Record.class).contains(type.getSuperclass())) {
      words.add("extends " + text.of(type.getAnnotatedSuperclass()));
    }
    if (type.getInterfaces().length > 0) {
      words.add("implements " + text.all(type.getAnnotatedInterfaces()));
    }
    if (type.isSealed()) {
      words.add(
          Arrays.stream(type.getPermittedSubclasses())
              .filter(TypeListing::isVisible)
              .map(text::name)
              .sorted()
              .collect(Collectors.joining(", ", "sealed, permits ", "")));
    }
    return String.join(" ", words).strip();
  }

  private String kind() {
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isEnum() || type.isRecord()) {
      return type.isEnum() ? "enum" : "record";
    }
    return modifiers(type.getModifiers() & ~Modifier.STATIC) + "class";
  }

  private String parameters() {
    return text.parameters(type.getTypeParameters());
  }

  private String describe(Field field) {
    return mark(field.isAnnotationPresent(Deprecated.class))
        + modifiers(field.getModifiers())
        + field.getName()
        + ": "
        + text.of(field.getAnnotatedType())
        + value(field);
  }

  /** Constants are copied into the classes that use them, so that their values are API. */
  private static String value(Field field) {
    boolean constant =
        Modifier.isStatic(field.getModifiers())
            && Modifier.isFinal(field.getModifiers())
            && (field.getType().isPrimitive() || field.getType() == String.class);
    if (!constant) {
      return "";
    }
    try {
      Object value = field.get(null);
      return " = " + (value instanceof String ? "\"" + value + "\"" : value);
    } catch (IllegalAccessException e) {
      return "";
    }
  }

  private String describe(Constructor<?> constructor) {
    return mark(constructor.isAnnotationPresent(Deprecated.class))
        + modifiers(constructor.getModifiers())
        + "new"
        + text.arguments(constructor)
        + text.exceptions(constructor);
  }

  /** Those of superclasses that users cannot name count as its own. */
  private List<String> methods() {
    Set<Method> methods = new TreeSet<>(TypeListing::compare);
    for (Class<?> owner = type;
        owner != null && (owner == type || !isVisible(owner));
        owner = owner.getSuperclass()) {
      Arrays.stream(owner.getDeclaredMethods()).filter(this::isListed).forEach(methods::add);
    }
    return methods.stream().map(this::describe).toList();
  }

  private static int compare(Method one, Method other) {
    return key(one).compareTo(key(other));
  }

  private static String key(Method method) {
    return method.getName() + " " + Arrays.toString(method.getParameterTypes());
  }

  private boolean isListed(Method method) {
    return isVisible(method.getModifiers())
        && !method.isSynthetic()
        && !OBJECT.contains(method.getName())
        && !(type.isEnum() && ENUM.contains(method.getName()));
  }

  private String describe(Method method) {
    return mark(method.isAnnotationPresent(Deprecated.class))
        + (method.isDefault() ? "default " : "")
        + modifiers(method.getModifiers())
        + text.parameters(method.getTypeParameters())
        + method.getName()
        + text.arguments(method)
        + ": "
        + text.of(method.getAnnotatedReturnType())
        + text.exceptions(method);
  }

  private static String mark(boolean deprecated) {
    return deprecated ? "@Deprecated " : "";
  }

  private static String modifiers(int all) {
    int shown = all & (Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL);
    return shown == 0 ? "" : Modifier.toString(shown) + " ";
  }
}
